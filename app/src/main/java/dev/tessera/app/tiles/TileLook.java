package dev.tessera.app.tiles;

import dev.tessera.kernel.json.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How a tile is shown.
 *
 * @param layouts an object with a box for each size of the grid, as a client gave it. Treat it as unchangeable
 */
public record TileLook(
        JsonNode layouts,
        Optional<String> color,
        Optional<Boolean> showDescription,
        Optional<Boolean> transparentBackground) {

    /** The look of a tile that nobody has arranged yet. */
    public static TileLook plain() {
        return new TileLook(Json.object(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public TileLook withLayouts(JsonNode newLayouts) {
        return new TileLook(newLayouts, color, showDescription, transparentBackground);
    }
}
