package dev.tessera.metadata.tiles;

import static dev.tessera.metadata.generated.Tables.DASHBOARDS;
import static dev.tessera.metadata.generated.Tables.TEXTS;
import static dev.tessera.metadata.generated.Tables.TILES;

import dev.tessera.app.access.UserId;
import dev.tessera.app.tiles.Board;
import dev.tessera.app.tiles.RestrictionLevel;
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
import dev.tessera.metadata.generated.tables.records.DashboardsRecord;
import dev.tessera.metadata.generated.tables.records.TextsRecord;
import dev.tessera.metadata.generated.tables.records.TilesRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;

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
            database.reading(dsl -> dsl.selectFrom(DASHBOARDS)
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
    public List<Tile> ofInsights(ProjectId project, Collection<InsightId> insights) {
        return ofContents(
                project,
                TILES.INSIGHT_ID,
                insights.stream().map(InsightId::value).toList());
    }

    @Override
    public List<Tile> ofTexts(ProjectId project, Collection<TextId> texts) {
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
        return ids.isEmpty() ? List.of() : tiles(project, content.in(ids));
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
        return new Tile(
                new TileId(row.getId()),
                new DashboardId(row.getDashboardId()),
                row.getInsightId() == null
                        ? new TileContent.OfText(new TextId(row.getTextId()))
                        : new TileContent.OfInsight(new InsightId(row.getInsightId())),
                new TileLook(
                        Json.parse(row.getLayouts()),
                        Optional.ofNullable(row.getColor()),
                        Optional.ofNullable(row.getShowDescription()),
                        Optional.ofNullable(row.getTransparentBackground())),
                Optional.ofNullable(row.getFiltersOverrides()).map(Json::parse),
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

    private static Board board(DashboardsRecord row) {
        return new Board(
                new DashboardId(row.getId()),
                Optional.ofNullable(row.getCreatedBy()).map(UserId::new),
                RestrictionLevel.of(row.getRestrictionLevel()).orElseThrow(),
                Json.parse(row.getFilters()));
    }
}
