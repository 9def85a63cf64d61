package dev.tessera.app.tiles;

import dev.tessera.kernel.id.DashboardId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A place on a dashboard (spec/dashboards.md 2.2). There is one at most for a content on a dashboard; a removed one
 * stays, so that its content comes back to where it was.
 *
 * @param filtersOverrides filters of this tile alone; empty when they were cleared. Treat it as unchangeable
 * @param deleted whether it was removed; empty when nobody has ever said so
 */
public record Tile(
        TileId id,
        DashboardId dashboard,
        TileContent content,
        TileLook look,
        Optional<JsonNode> filtersOverrides,
        Optional<Boolean> deleted) {

    public boolean isLive() {
        return !deleted.orElse(false);
    }

    public Tile withContent(TileContent newContent) {
        return new Tile(id, dashboard, newContent, look, filtersOverrides, deleted);
    }

    public Tile withLook(TileLook newLook) {
        return new Tile(id, dashboard, content, newLook, filtersOverrides, deleted);
    }

    public Tile withFiltersOverrides(Optional<JsonNode> newOverrides) {
        return new Tile(id, dashboard, content, look, newOverrides, deleted);
    }

    public Tile withDeleted(Optional<Boolean> newDeleted) {
        return new Tile(id, dashboard, content, look, filtersOverrides, newDeleted);
    }
}
