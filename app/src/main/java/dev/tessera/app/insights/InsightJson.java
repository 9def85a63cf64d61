package dev.tessera.app.insights;

import dev.tessera.app.access.User;
import dev.tessera.app.access.UserId;
import dev.tessera.app.access.UserJson;
import dev.tessera.app.query.Answer;
import dev.tessera.app.tiles.Tile;
import dev.tessera.app.tiles.TileLinks;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Insights on the wire (spec/insights-and-query-api.md 4). What nothing can set yet has its empty value. */
public final class InsightJson {
    private InsightJson() {}

    /**
     * An insight with its result.
     *
     * @param query the query that was answered, which is the insight's under the filters of {@code dashboard}
     */
    public static ObjectNode full(
            Insight insight,
            Optional<JsonNode> query,
            Outcome outcome,
            Surroundings around,
            Optional<DashboardId> dashboard) {
        InsightDetails details = insight.details();
        ObjectNode json = names(insight).set("filters", Json.object()).set("query", query.orElse(null));
        setNumber(json, "order", details.order());
        json.put("deleted", insight.deleted());
        places(json, around.tiles(insight));
        Optional<Answer.Result> answer =
                outcome instanceof Outcome.Answered it ? Optional.of(it.result()) : Optional.empty();
        json.put("last_refresh", text(answer.map(Answer.Result::lastRefresh)))
                .put("cache_target_age", text(answer.flatMap(Answer.Result::targetAge)))
                .put("next_allowed_client_refresh", text(answer.map(Answer.Result::nextRefresh)));
        copy(json, "result", answer, "results");
        copy(json, "hasMore", answer, "hasMore");
        copy(json, "columns", answer, "columns");
        json.put("created_at", Json.instant(insight.createdAt()));
        json.set("created_by", user(around, insight.createdBy()));
        json.put("description", details.description().orElse(null))
                .put("updated_at", Json.instant(insight.updatedAt()));
        json.set("tags", texts(details.tags()));
        json.put("favorited", around.marks(insight).favorited())
                .put("saved", insight.saved())
                .put("last_modified_at", Json.instant(insight.lastModifiedAt()));
        json.set("last_modified_by", user(around, insight.lastModifiedBy()));
        json.put("is_sample", false)
                .put("effective_restriction_level", around.restriction(insight).number())
                .put("effective_privilege_level", around.privilege(insight).number())
                .put("user_access_level", around.caller().accessTo(insight.createdBy()))
                .put("timezone", around.project().timezone().getId())
                .put("is_cached", answer.map(Answer.Result::cached).orElse(false));
        json.set("query_status", status(outcome, insight, around, dashboard).orElse(null));
        copy(json, "hogql", answer, "hogql");
        copy(json, "types", answer, "types");
        copy(json, "resolved_date_range", answer, "resolved_date_range");
        json.put("filters_hash", cacheKey(outcome)).set("alerts", Json.array());
        return json.put("last_viewed_at", text(around.marks(insight).lastViewedAt()));
    }

    /** An insight without its result. */
    static ObjectNode basic(Insight insight, Surroundings around) {
        InsightDetails details = insight.details();
        ObjectNode json = names(insight)
                .set("filters", Json.object())
                .set("query", details.query().orElse(null));
        places(json, around.tiles(insight));
        json.put("description", details.description().orElse(null))
                .putNull("last_refresh")
                .put("refreshing", false)
                .put("saved", insight.saved());
        json.set("tags", texts(details.tags()));
        json.put("updated_at", Json.instant(insight.updatedAt()));
        json.set("created_by", user(around, insight.createdBy()));
        return json.put("created_at", Json.instant(insight.createdAt()))
                .put("last_modified_at", Json.instant(insight.lastModifiedAt()))
                .put("favorited", around.marks(insight).favorited())
                .put("user_access_level", around.caller().accessTo(insight.createdBy()))
                .put("last_viewed_at", text(around.marks(insight).lastViewedAt()));
    }

    /** An insight in place of which an error is shown. */
    public static ObjectNode reduced(Insight insight, Surroundings around) {
        return Json.object()
                .put("id", insight.id().value())
                .put("short_id", insight.shortId())
                .put("name", insight.details().name().orElse(null))
                .put("derived_name", insight.details().derivedName().orElse(null))
                .put("user_access_level", around.caller().accessTo(insight.createdBy()));
    }

    private static ObjectNode names(Insight insight) {
        return Json.object()
                .put("id", insight.id().value())
                .put("short_id", insight.shortId())
                .put("name", insight.details().name().orElse(null))
                .put("derived_name", insight.details().derivedName().orElse(null));
    }

    private static void places(ObjectNode json, List<Tile> tiles) {
        ArrayNode dashboards = json.putArray("dashboards");
        tiles.forEach(it -> dashboards.add(it.dashboard().value()));
        json.set("dashboard_tiles", TileLinks.json(tiles));
    }

    private static Optional<ObjectNode> status(
            Outcome outcome, Insight insight, Surroundings around, Optional<DashboardId> dashboard) {
        return outcome instanceof Outcome.Failed failed
                ? Optional.of(
                        QueryStatus.failed(failed.message(), around.project().id(), insight.id(), dashboard))
                : Optional.empty();
    }

    private static @Nullable String cacheKey(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered it -> it.result().cacheKey();
            case Outcome.Missing it -> it.cacheKey();
            case Outcome.Nothing _, Outcome.Refused _, Outcome.Failed _ -> null;
        };
    }

    private static void copy(ObjectNode json, String name, Optional<Answer.Result> answer, String source) {
        json.set(name, answer.map(it -> it.response().get(source)).orElse(null));
    }

    private static void setNumber(ObjectNode json, String name, OptionalInt number) {
        if (number.isPresent()) {
            json.put(name, number.getAsInt());
        } else {
            json.putNull(name);
        }
    }

    private static @Nullable ObjectNode user(Surroundings around, Optional<UserId> id) {
        Optional<User> user = around.user(id);
        return user.map(UserJson::basic).orElse(null);
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = Json.array();
        texts.forEach(array::add);
        return array;
    }

    private static @Nullable String text(Optional<Instant> instant) {
        return instant.map(Json::instant).orElse(null);
    }
}
