package dev.tessera.app.query;

import dev.tessera.app.access.Project;
import dev.tessera.app.http.Schema;
import dev.tessera.kernel.json.Json;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Queries and their answers on the wire (spec/insights-and-query-api.md 1.1, 1.2 and 3.5). */
final class QueryJson {
    static final Schema REQUEST = Schema.object()
            .required(
                    "query",
                    Schema.object()
                            .required("kind", Schema.string())
                            .described("A TrendsQuery, or one inside an InsightVizNode."))
            .field(
                    "refresh",
                    Schema.any()
                            .described(
                                    "blocking: a fresh result from the cache, else computed now (the default, and what"
                                            + " force_cache means here). force_blocking or true: computed now."))
            .field("client_query_id", Schema.string().nullable())
            .field("name", Schema.string().nullable().described("At most 128 characters."))
            .field("filters_override", Schema.object().nullable().described("Has to be empty."))
            .field("variables_override", Schema.object().nullable());

    static final Schema RESPONSE = Schema.object()
            .field("results", Schema.list(Schema.object()))
            .field("hasMore", Schema.bool().nullable())
            .field("timings", Schema.list(Schema.object()).nullable())
            .field("hogql", Schema.string().nullable())
            .field("modifiers", Schema.object().nullable())
            .field("error", Schema.string().nullable())
            .field(
                    "resolved_date_range",
                    Schema.object().field("date_from", Schema.instant()).field("date_to", Schema.instant()))
            .field("is_cached", Schema.bool().described("Whether it was computed before this request."))
            .field("last_refresh", Schema.instant())
            .field("next_allowed_client_refresh", Schema.instant())
            .field(
                    "cache_target_age",
                    Schema.instant().nullable().described("When it stops being fresh; null when it never does."))
            .field("cache_key", Schema.string())
            .field("timezone", Schema.string())
            .field("query_status", Schema.object().nullable())
            .field("query_metadata", Schema.object().nullable())
            .field("calculation_trigger", Schema.string().nullable());

    private QueryJson() {}

    /** A new object around the parts of the result, which stay as they are. */
    static ObjectNode response(Project project, Answer.Result result) {
        ObjectNode json = Json.object();
        json.setAll(result.response());
        return json.put("is_cached", result.cached())
                .put("last_refresh", Json.instant(result.lastRefresh()))
                .put("next_allowed_client_refresh", Json.instant(result.nextRefresh()))
                .put("cache_target_age", instantOrNull(result.targetAge()))
                .put("cache_key", result.cacheKey())
                .put("timezone", project.timezone().getId())
                .putNull("query_status")
                .putNull("query_metadata")
                .putNull("calculation_trigger");
    }

    private static @Nullable String instantOrNull(Optional<Instant> instant) {
        return instant.map(Json::instant).orElse(null);
    }
}
