package dev.tessera.app.dashboards;

import dev.tessera.app.filters.FilterJson;
import dev.tessera.app.http.Fields;
import dev.tessera.app.tiles.Tile;
import dev.tessera.app.tiles.TileLook;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The fields of a tile that requests may change whatever it shows (spec/dashboards.md 4.4.1 D). */
final class TileDisplay {
    private static final List<String> FIELDS =
            List.of("deleted", "color", "layouts", "filters_overrides", "show_description", "transparent_background");

    private static final int MAX_COLOR = 400;
    private static final int MAX_LAYOUTS = 10_000;
    private static final int MAX_DEPTH = 5;

    private TileDisplay() {}

    /** Whether a request has one of the fields. */
    static boolean isIn(Fields fields) {
        return FIELDS.stream().anyMatch(fields::has);
    }

    /** {@code tile} with the fields that a request has. */
    static Tile applied(Tile tile, Fields fields) {
        TileLook look = tile.look();
        Tile changed = tile.withLook(new TileLook(
                layouts(fields).orElse(look.layouts()),
                Optional.ofNullable(fields.nullableText("color", look.color().orElse(null), MAX_COLOR)),
                Optional.ofNullable(fields.nullableFlag(
                        "show_description", look.showDescription().orElse(null))),
                Optional.ofNullable(fields.nullableFlag(
                        "transparent_background", look.transparentBackground().orElse(null)))));
        return changed.withFiltersOverrides(filters(fields, tile.filtersOverrides()))
                .withDeleted(Optional.ofNullable(
                        fields.nullableFlag("deleted", tile.deleted().orElse(null))));
    }

    /** The layouts that a request has; empty when it says nothing about them. */
    static Optional<JsonNode> layouts(Fields fields) {
        return fields.value("layouts").map(value -> {
            JsonNode layouts = Fields.of(value, fields.attr("layouts")).json();
            if (depth(layouts) > MAX_DEPTH || Json.write(layouts).length() > MAX_LAYOUTS) {
                throw ProblemException.invalid(
                        "Layouts can have " + MAX_LAYOUTS + " characters of JSON at most, nested " + MAX_DEPTH
                                + " deep at most.",
                        fields.attr("layouts"));
            }
            return layouts;
        });
    }

    private static int depth(JsonNode node) {
        return node.isContainer()
                ? 1 + node.valueStream().mapToInt(TileDisplay::depth).max().orElse(0)
                : 0;
    }

    private static Optional<JsonNode> filters(Fields fields, Optional<JsonNode> present) {
        if (!fields.has("filters_overrides")) {
            return present;
        }
        JsonNode filters = fields.json().path("filters_overrides");
        return filters.isNull() ? Optional.empty() : Optional.of(FilterJson.normalized(filters));
    }
}
