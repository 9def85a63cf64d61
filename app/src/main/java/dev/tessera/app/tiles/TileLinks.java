package dev.tessera.app.tiles;

import dev.tessera.app.http.Schema;
import dev.tessera.kernel.json.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/** The short form in which a content names the tiles that show it. */
public final class TileLinks {
    private TileLinks() {}

    public static ArrayNode json(List<Tile> tiles) {
        ArrayNode links = Json.array();
        for (Tile tile : tiles) {
            links.addObject()
                    .put("id", tile.id().value())
                    .put("dashboard_id", tile.dashboard().value())
                    .put("deleted", tile.deleted().orElse(null));
        }
        return links;
    }

    public static Schema schema() {
        return Schema.list(Schema.object()
                .required("id", Schema.integer())
                .required("dashboard_id", Schema.integer())
                .required("deleted", Schema.bool().nullable()));
    }
}
