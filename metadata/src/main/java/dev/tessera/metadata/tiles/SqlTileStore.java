package dev.tessera.metadata.tiles;

import static dev.tessera.metadata.generated.Tables.DASHBOARDS;
import static dev.tessera.metadata.generated.Tables.INSIGHTS;
import static dev.tessera.metadata.generated.Tables.INSIGHT_TAGS;
import static dev.tessera.metadata.generated.Tables.TEXTS;
import static dev.tessera.metadata.generated.Tables.TILES;

import dev.tessera.app.access.UserId;
import dev.tessera.app.tiles.Board;
import dev.tessera.app.tiles.RestrictionLevel;
import dev.tessera.app.tiles.StoredSize;
import dev.tessera.app.tiles.Text;
import dev.tessera.app.tiles.TextId;
import dev.tessera.app.tiles.Tile;
import dev.tessera.app.tiles.TileContent;
import dev.tessera.app.tiles.TileId;
import dev.tessera.app.tiles.TileLook;
import dev.tessera.app.tiles.TileStore;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.id.InsightId;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.Sizes;
import dev.tessera.metadata.generated.tables.records.TextsRecord;
import dev.tessera.metadata.generated.tables.records.TilesRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Table;
import org.jooq.impl.DSL;
import tools.jackson.databind.JsonNode;

/** Tiles and texts through jOOQ. */
public final class SqlTileStore implements TileStore {
    private final Database database;

    public SqlTileStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<DashboardId, Board> boards(ProjectId project, Collection<DashboardId> ids) {
        Map<DashboardId, Board> boards = new HashMap<>();
        if (!ids.isEmpty()) {
            database.reading(dsl -> dsl.select(DASHBOARDS.ID, DASHBOARDS.CREATED_BY, DASHBOARDS.RESTRICTION_LEVEL)
                            .from(DASHBOARDS)
                            .where(
                                    DASHBOARDS.PROJECT_ID.eq(project.value()),
                                    DASHBOARDS.ID.in(
                                            ids.stream().map(DashboardId::value).toList()),
                                    DASHBOARDS.DELETED.isFalse())
                            .fetch(SqlTileStore::board))
                    .forEach(it -> boards.put(it.id(), it));
        }
        return boards;
    }

    @Override
    public Optional<JsonNode> filters(ProjectId project, DashboardId dashboard) {
        return database.reading(dsl -> dsl.select(DASHBOARDS.FILTERS)
                .from(DASHBOARDS)
                .where(
                        DASHBOARDS.PROJECT_ID.eq(project.value()),
                        DASHBOARDS.ID.eq(dashboard.value()),
                        DASHBOARDS.DELETED.isFalse())
                .fetchOptional(row -> Json.parse(row.value1())));
    }

    @Override
    public Optional<Tile> find(ProjectId project, TileId id) {
        return tiles(project, TILES.ID.eq(id.value())).stream().findFirst();
    }

    @Override
    public List<Tile> on(ProjectId project, DashboardId dashboard) {
        return tiles(project, TILES.DASHBOARD_ID.eq(dashboard.value()));
    }

    @Override
    public int count(ProjectId project, DashboardId dashboard) {
        return database.reading(dsl ->
                dsl.fetchCount(TILES, TILES.PROJECT_ID.eq(project.value()), TILES.DASHBOARD_ID.eq(dashboard.value())));
    }

    @Override
    public StoredSize size(ProjectId project, DashboardId dashboard) {
        Condition here = TILES.PROJECT_ID.eq(project.value()).and(TILES.DASHBOARD_ID.eq(dashboard.value()));
        var insights = DSL.select(TILES.INSIGHT_ID).from(TILES).where(here, TILES.INSIGHT_ID.isNotNull());
        var texts = DSL.select(TILES.TEXT_ID).from(TILES).where(here, TILES.TEXT_ID.isNotNull());
        return database.reading(dsl -> new StoredSize(
                sum(dsl, TILES, Sizes.of(List.of(TILES.LAYOUTS, TILES.FILTERS_OVERRIDES)), here)
                        + sum(dsl, INSIGHTS, Sizes.of(List.of(INSIGHTS.QUERY)), INSIGHTS.ID.in(insights))
                        + sum(
                                dsl,
                                DASHBOARDS,
                                Sizes.of(
                                        List.of(DASHBOARDS.FILTERS, DASHBOARDS.VARIABLES, DASHBOARDS.BREAKDOWN_COLORS)),
                                DASHBOARDS.ID.eq(dashboard.value())),
                sum(dsl, TEXTS, Sizes.of(List.of(TEXTS.BODY)), TEXTS.ID.in(texts))
                        + sum(
                                dsl,
                                INSIGHTS,
                                Sizes.of(List.of(INSIGHTS.DESCRIPTION, INSIGHTS.SEARCH_TEXT)),
                                INSIGHTS.ID.in(insights))
                        + sum(
                                dsl,
                                INSIGHT_TAGS,
                                Sizes.of(List.of(INSIGHT_TAGS.NAME)),
                                INSIGHT_TAGS.INSIGHT_ID.in(insights))));
    }

    private static long sum(DSLContext dsl, Table<?> table, Field<Integer> size, Condition which) {
        return dsl.select(Sizes.sum(size))
                .from(table)
                .where(which)
                .fetchSingle()
                .value1()
                .longValue();
    }

    @Override
    public List<Tile> placesOfInsights(ProjectId project, Collection<InsightId> insights) {
        return ofContents(
                project,
                TILES.INSIGHT_ID,
                insights.stream().map(InsightId::value).toList());
    }

    @Override
    public List<Tile> placesOfTexts(ProjectId project, Collection<TextId> texts) {
        return ofContents(
                project, TILES.TEXT_ID, texts.stream().map(TextId::value).toList());
    }

    @Override
    public Tile create(ProjectId project, DashboardId dashboard, TileContent content, TileLook look) {
        return database.writing(dsl -> {
            TilesRecord row = dsl.newRecord(TILES);
            row.setProjectId(project.value());
            row.setDashboardId(dashboard.value());
            row.setFiltersOverrides("{}");
            fill(row, content, look);
            row.insert();
            return tile(row);
        });
    }

    @Override
    public void update(ProjectId project, Tile tile) {
        database.writing(dsl -> {
            TilesRecord row = dsl.newRecord(TILES);
            fill(row, tile.content(), tile.look());
            row.setFiltersOverrides(tile.filtersOverrides().map(Json::write).orElse(null));
            row.setDeleted(tile.deleted().orElse(null));
            return dsl.update(TILES)
                    .set(row)
                    .where(
                            TILES.PROJECT_ID.eq(project.value()),
                            TILES.ID.eq(tile.id().value()))
                    .execute();
        });
    }

    @Override
    public void removeAll(ProjectId project, DashboardId dashboard) {
        setDeleted(project, TILES.DASHBOARD_ID.eq(dashboard.value()), true);
    }

    @Override
    public void restoreAll(ProjectId project, DashboardId dashboard) {
        setDeleted(project, TILES.DASHBOARD_ID.eq(dashboard.value()), false);
    }

    @Override
    public void removeInsights(ProjectId project, Collection<InsightId> insights) {
        if (!insights.isEmpty()) {
            setDeleted(
                    project,
                    TILES.INSIGHT_ID.in(insights.stream().map(InsightId::value).toList()),
                    true);
        }
    }

    @Override
    public Map<TextId, Text> texts(ProjectId project, Collection<TextId> ids) {
        Map<TextId, Text> texts = new HashMap<>();
        if (!ids.isEmpty()) {
            database.reading(dsl -> dsl.selectFrom(TEXTS)
                            .where(
                                    TEXTS.PROJECT_ID.eq(project.value()),
                                    TEXTS.ID.in(ids.stream().map(TextId::value).toList()))
                            .fetch(SqlTileStore::text))
                    .forEach(it -> texts.put(it.id(), it));
        }
        return texts;
    }

    @Override
    public Text createText(ProjectId project, Text text) {
        return database.writing(dsl -> {
            TextsRecord row = dsl.newRecord(TEXTS);
            row.setProjectId(project.value());
            fill(row, text);
            row.insert();
            return text(row);
        });
    }

    @Override
    public void updateText(ProjectId project, Text text) {
        database.writing(dsl -> {
            TextsRecord row = dsl.newRecord(TEXTS);
            fill(row, text);
            return dsl.update(TEXTS)
                    .set(row)
                    .where(
                            TEXTS.PROJECT_ID.eq(project.value()),
                            TEXTS.ID.eq(text.id().value()))
                    .execute();
        });
    }

    private List<Tile> ofContents(ProjectId project, Field<Long> content, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.reading(
                dsl -> dsl.select(TILES.ID, TILES.DASHBOARD_ID, TILES.INSIGHT_ID, TILES.TEXT_ID, TILES.DELETED)
                        .from(TILES)
                        .where(TILES.PROJECT_ID.eq(project.value()), content.in(ids))
                        .orderBy(TILES.ID)
                        .fetch(row -> place(row.into(TILES))));
    }

    private List<Tile> tiles(ProjectId project, Condition which) {
        return database.reading(dsl -> dsl.selectFrom(TILES)
                .where(TILES.PROJECT_ID.eq(project.value()), which)
                .orderBy(TILES.ID)
                .fetch(SqlTileStore::tile));
    }

    private void setDeleted(ProjectId project, Condition which, boolean deleted) {
        database.writing(dsl -> dsl.update(TILES)
                .set(TILES.DELETED, deleted)
                .where(TILES.PROJECT_ID.eq(project.value()), which)
                .execute());
    }

    private static void fill(TilesRecord row, TileContent content, TileLook look) {
        switch (content) {
            case TileContent.OfInsight it -> row.setInsightId(it.id().value());
            case TileContent.OfText it -> row.setTextId(it.id().value());
        }
        row.setLayouts(Json.write(look.layouts()));
        row.setColor(look.color().orElse(null));
        row.setShowDescription(look.showDescription().orElse(null));
        row.setTransparentBackground(look.transparentBackground().orElse(null));
    }

    private static Tile tile(TilesRecord row) {
        return place(row)
                .withLook(new TileLook(
                        Json.parse(row.getLayouts()),
                        Optional.ofNullable(row.getColor()),
                        Optional.ofNullable(row.getShowDescription()),
                        Optional.ofNullable(row.getTransparentBackground())))
                .withFiltersOverrides(
                        Optional.ofNullable(row.getFiltersOverrides()).map(Json::parse));
    }

    /** The tile without its look and its filters. */
    private static Tile place(TilesRecord row) {
        return new Tile(
                new TileId(row.getId()),
                new DashboardId(row.getDashboardId()),
                row.getInsightId() == null
                        ? new TileContent.OfText(new TextId(row.getTextId()))
                        : new TileContent.OfInsight(new InsightId(row.getInsightId())),
                TileLook.plain(),
                Optional.empty(),
                Optional.ofNullable(row.getDeleted()));
    }

    private static void fill(TextsRecord row, Text text) {
        row.setBody(text.body().orElse(null));
        row.setCreatedBy(text.createdBy().map(UserId::value).orElse(null));
        row.setLastModifiedBy(text.lastModifiedBy().map(UserId::value).orElse(null));
        row.setLastModifiedAt(text.lastModifiedAt());
    }

    private static Text text(TextsRecord row) {
        return new Text(
                new TextId(row.getId()),
                Optional.ofNullable(row.getBody()),
                Optional.ofNullable(row.getCreatedBy()).map(UserId::new),
                Optional.ofNullable(row.getLastModifiedBy()).map(UserId::new),
                row.getLastModifiedAt());
    }

    private static Board board(Record3<Long, Long, Long> row) {
        return new Board(
                new DashboardId(row.value1()),
                Optional.ofNullable(row.value2()).map(UserId::new),
                RestrictionLevel.of(row.value3()).orElseThrow());
    }
}
