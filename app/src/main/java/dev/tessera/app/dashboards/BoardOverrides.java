package dev.tessera.app.dashboards;

import dev.tessera.app.filters.EffectiveFilters;
import dev.tessera.app.filters.FilterJson;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Schema;
import dev.tessera.app.tiles.Tile;
import dev.tessera.kernel.json.Json;
import tools.jackson.databind.JsonNode;

/** Filters that a request has for one look at a dashboard; nothing is stored (spec/dashboards.md 5.3). */
record BoardOverrides(JsonNode dashboard, JsonNode tile) {
    private static final String FILTERS = "filters_override";
    private static final String TILE_FILTERS = "tile_filters_override";
    private static final String VARIABLES = "variables_override";

    /** Adds the parameters to {@code operation}. */
    static Operation document(Operation operation) {
        return operation
                .parameter(FILTERS, Schema.string(), "JSON object of filters over those of the dashboard.")
                .parameter(TILE_FILTERS, Schema.string(), "JSON object of filters over those of each tile.")
                .parameter(VARIABLES, Schema.string(), "JSON object of values of variables.");
    }

    /** What a request has that overrides nothing. */
    static BoardOverrides none() {
        return new BoardOverrides(Json.object(), Json.object());
    }

    static BoardOverrides of(Request request) {
        // Variables are of SQL, and there is none yet for a value to reach.
        request.query(VARIABLES).ifPresent(it -> FilterJson.parsedObject(it, VARIABLES));
        return new BoardOverrides(filters(request, FILTERS), filters(request, TILE_FILTERS));
    }

    /** The filters of the dashboard as this request sees them. */
    JsonNode filters(Dashboard board) {
        return FilterJson.overlaid(board.details().filters(), dashboard);
    }

    /** The filters that apply to one of the dashboard's tiles. */
    EffectiveFilters filters(Dashboard board, Tile of) {
        return EffectiveFilters.of(
                filters(board), FilterJson.overlaid(of.filtersOverrides().orElseGet(Json::object), tile));
    }

    private static JsonNode filters(Request request, String name) {
        return request.query(name)
                .<JsonNode>map(it -> FilterJson.parsed(it, name))
                .orElseGet(Json::object);
    }
}
