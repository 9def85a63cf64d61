package dev.tessera.app.dashboards;

import dev.tessera.app.access.Membership;
import dev.tessera.app.http.Fields;
import dev.tessera.app.insights.Insights;
import dev.tessera.app.tiles.Text;
import dev.tessera.app.tiles.TextId;
import dev.tessera.app.tiles.Tile;
import dev.tessera.app.tiles.TileContent;
import dev.tessera.app.tiles.TileId;
import dev.tessera.app.tiles.TileLook;
import dev.tessera.app.tiles.TileStore;
import dev.tessera.app.tiles.Tiles;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Makes tiles like others (spec/dashboards.md 4.2). */
final class TileCopies {
    /**
     * The field of requests that asks for copies: of all contents of a dashboard that is copied, or of some tiles of a
     * dashboard that is changed.
     */
    static final String FIELD = "duplicate_tiles";

    private final ProjectId project;
    private final Membership author;
    private final TileStore tiles;
    private final Insights insights;
    private final Instant now;

    /** Copies tiles of {@code project} as {@code author} would. */
    TileCopies(ProjectId project, Membership author, TileStore tiles, Insights insights, Instant now) {
        this.project = project;
        this.author = author;
        this.tiles = tiles;
        this.insights = insights;
        this.now = now;
    }

    /**
     * Makes tiles like {@code originals} on the new dashboard {@code target}.
     *
     * @param withContents whether they show copies, in place of the same insights and texts
     */
    void fill(DashboardId target, List<Tile> originals, boolean withContents) {
        for (Tile original : originals) {
            if (withContents) {
                copy(target, original, original.look().layouts());
            } else {
                put(target, original.content(), original.look(), original.filtersOverrides());
            }
        }
    }

    /** Copies those of the tiles {@code originals} of {@code dashboard} that {@code items} name, in places that these say. */
    void duplicate(DashboardId dashboard, List<Tile> originals, List<JsonNode> items) {
        Map<TileId, Tile> byId = originals.stream().collect(Collectors.toMap(Tile::id, it -> it));
        for (int i = 0; i < items.size(); i++) {
            Fields item = Fields.of(items.get(i), FIELD + "__" + i);
            Tile original = byId.get(new TileId(item.requiredInteger("id")));
            if (original == null) {
                throw ProblemException.invalid("There is no such tile on this dashboard.", item.attr("id"));
            }
            new Tiles(tiles).checkRoom(project, dashboard, FIELD);
            copy(dashboard, original, TileDisplay.layouts(item).orElseGet(Json::object));
        }
    }

    private void copy(DashboardId target, Tile original, JsonNode layouts) {
        TileContent content = switch (original.content()) {
            case TileContent.OfInsight it -> new TileContent.OfInsight(insights.copy(project, author, it.id()));
            case TileContent.OfText it -> new TileContent.OfText(copy(it.id()));
        };
        put(target, content, original.look().withLayouts(layouts), original.filtersOverrides());
    }

    /** Nobody is named as the author of the copy of a text. */
    private TextId copy(TextId id) {
        Text original =
                Optional.ofNullable(tiles.texts(project, List.of(id)).get(id)).orElseThrow(ProblemException::notFound);
        Text copy = new Text(id, original.body(), Optional.empty(), Optional.empty(), now);
        return tiles.createText(project, copy).id();
    }

    private void put(DashboardId target, TileContent content, TileLook look, Optional<JsonNode> filters) {
        Tile made = tiles.create(project, target, content, look);
        if (!made.filtersOverrides().equals(filters)) {
            tiles.update(project, made.withFiltersOverrides(filters));
        }
    }
}
