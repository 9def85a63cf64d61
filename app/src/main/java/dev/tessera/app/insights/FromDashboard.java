package dev.tessera.app.insights;

import dev.tessera.app.filters.EffectiveFilters;
import dev.tessera.app.filters.FilterJson;
import dev.tessera.app.http.Request;
import dev.tessera.app.tiles.Tile;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * An insight as a dashboard shows it: with the same filters, and so with the same place in the cache, as the tile there.
 */
final class FromDashboard {
    private FromDashboard() {}

    /** The tile that a request names by its dashboard; one of {@code tiles}. */
    static Optional<Tile> tile(Request request, List<Tile> tiles) {
        Optional<String> id = request.query("from_dashboard").filter(it -> !it.isBlank());
        return id.map(text -> tiles.stream()
                .filter(it -> Long.toString(it.dashboard().value()).equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "This insight is not on that dashboard. Leave out \"from_dashboard\" to see it by itself.",
                        "from_dashboard")));
    }

    /** The filters of the tile, if any, under those that the request itself has; {@code ofDashboard} knows its dashboard's. */
    static EffectiveFilters filters(Request request, Optional<Tile> tile, Function<DashboardId, JsonNode> ofDashboard) {
        request.query("variables_override").ifPresent(it -> FilterJson.parsedObject(it, "variables_override"));
        JsonNode override = request.query("filters_override")
                .<JsonNode>map(it -> FilterJson.parsed(it, "filters_override"))
                .orElseGet(Json::object);
        JsonNode dashboard = tile.map(Tile::dashboard).map(ofDashboard).orElseGet(Json::object);
        return EffectiveFilters.of(
                FilterJson.overlaid(dashboard, override),
                tile.flatMap(Tile::filtersOverrides).orElseGet(Json::object));
    }
}
