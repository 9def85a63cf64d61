package dev.tessera.app.dashboards;

import dev.tessera.app.access.UserId;
import dev.tessera.app.access.UserJson;
import dev.tessera.app.http.Schema;
import dev.tessera.app.insights.Insight;
import dev.tessera.app.insights.InsightJson;
import dev.tessera.app.insights.InsightSchemas;
import dev.tessera.app.insights.Outcome;
import dev.tessera.app.tiles.Text;
import dev.tessera.app.tiles.Tile;
import dev.tessera.app.tiles.TileContent;
import dev.tessera.app.tiles.TileLinks;
import dev.tessera.kernel.json.Json;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tiles on the wire (spec/dashboards.md 3.3 to 3.5). */
final class TileJson {
    private static final String ERROR = "There is a problem loading this dashboard tile.";

    private TileJson() {}

    /**
     * A tile with its content.
     *
     * @param order its place among the tiles
     * @param query what its insight asks here, if it shows one
     */
    static ObjectNode of(BoardView view, Tile tile, int order, Optional<JsonNode> query, Outcome outcome) {
        ObjectNode json = Json.object().put("id", tile.id().value());
        json.set("layouts", tile.look().layouts());
        json.put("color", tile.look().color().orElse(null));
        json.set("filters_overrides", tile.filtersOverrides().orElse(null));
        json.put("show_description", tile.look().showDescription().orElse(null))
                .put(
                        "transparent_background",
                        tile.look().transparentBackground().orElse(null));
        Optional<Insight> insight = view.insight(tile);
        json.set("insight", insight.map(it -> insight(view, it, query, outcome)).orElse(null));
        json.set("text", text(view, tile));
        json.putNull("button_tile").putNull("widget").put("order", order);
        JsonNode shown = json.path("insight");
        json.set("last_refresh", shown.path("last_refresh").isString() ? shown.path("last_refresh") : null);
        json.put("is_cached", shown.path("is_cached").asBoolean(false));
        if (outcome instanceof Outcome.Refused) {
            json.putObject("error").put("type", "DashboardTileError").put("message", ERROR);
        }
        return json;
    }

    static Schema schema() {
        return Schema.object()
                .required("id", Schema.integer())
                .required("layouts", Schema.object())
                .required("color", Schema.string().nullable())
                .required("filters_overrides", Schema.object().nullable())
                .required("show_description", Schema.bool().nullable())
                .required("transparent_background", Schema.bool().nullable())
                .required("insight", InsightSchemas.full().nullable())
                .required("text", textSchema().nullable())
                .required("button_tile", Schema.object().nullable())
                .required("widget", Schema.object().nullable())
                .required("order", Schema.integer())
                .required("last_refresh", Schema.instant().nullable())
                .required("is_cached", Schema.bool())
                .field("error", Schema.object().field("type", Schema.string()).field("message", Schema.string()));
    }

    private static ObjectNode insight(BoardView view, Insight insight, Optional<JsonNode> query, Outcome outcome) {
        return outcome instanceof Outcome.Refused
                ? InsightJson.reduced(insight, view.around())
                : InsightJson.full(
                        insight,
                        query,
                        outcome,
                        view.around(),
                        Optional.of(view.dashboard().id()));
    }

    private static @Nullable ObjectNode text(BoardView view, Tile tile) {
        return switch (tile.content()) {
            case TileContent.OfInsight _ -> null;
            case TileContent.OfText it -> {
                Text text = view.texts().get(it.id());
                yield text == null ? null : text(view, text);
            }
        };
    }

    private static ObjectNode text(BoardView view, Text text) {
        ObjectNode json = Json.object().put("id", text.id().value());
        json.set("created_by", user(view, text.createdBy()));
        json.set("last_modified_by", user(view, text.lastModifiedBy()));
        json.put("body", text.body().orElse(null));
        json.set("dashboard_tiles", TileLinks.json(view.textTiles().getOrDefault(text.id(), List.of())));
        return json.put("last_modified_at", Json.instant(text.lastModifiedAt()))
                .put("team", view.around().project().id().value());
    }

    private static Schema textSchema() {
        return Schema.object()
                .required("id", Schema.integer())
                .required("created_by", Schema.object().nullable())
                .required("last_modified_by", Schema.object().nullable())
                .required("body", Schema.string().nullable())
                .required("dashboard_tiles", TileLinks.schema())
                .required("last_modified_at", Schema.instant())
                .required("team", Schema.integer());
    }

    private static @Nullable ObjectNode user(BoardView view, Optional<UserId> id) {
        return view.around().user(id).map(UserJson::basic).orElse(null);
    }
}
