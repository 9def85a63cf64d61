package dev.tessera.app.insights;

import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.id.InsightId;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The status of a computation on the wire (spec/insights-and-query-api.md 2.2). */
final class QueryStatus {
    private static final List<String> UNKNOWN = List.of(
            "results",
            "start_time",
            "pickup_time",
            "end_time",
            "expiration_time",
            "task_id",
            "labels",
            "query_progress");

    private QueryStatus() {}

    /** The status of a computation for an insight that did not succeed. */
    static ObjectNode failed(String message, ProjectId project, InsightId insight, Optional<DashboardId> dashboard) {
        ObjectNode json = Json.object()
                .putNull("id")
                .put("team_id", project.value())
                .put("insight_id", insight.value())
                .put("dashboard_id", dashboard.map(DashboardId::value).orElse(null))
                .put("query_async", false)
                .put("complete", true)
                .put("error", true)
                .put("error_message", message);
        UNKNOWN.forEach(json::putNull);
        return json;
    }
}
