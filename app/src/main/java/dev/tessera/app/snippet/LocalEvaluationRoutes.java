package dev.tessera.app.snippet;

import dev.tessera.app.access.Guard;
import dev.tessera.app.access.ProjectCall;
import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.EntityTags;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.Schema;
import dev.tessera.kernel.json.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the SDKs of servers ask for every half minute to evaluate flags by themselves: there are none, and nothing that belongs
 * to them (spec/ingestion.md 7.3).
 */
public final class LocalEvaluationRoutes {
    /** It never changes, so whoever has it has the latest. */
    private static final String TAG = "\"none\"";

    private final Guard guard;

    public LocalEvaluationRoutes(Guard guard) {
        this.guard = guard;
    }

    /** SDKs of different ages ask in different places. */
    public List<Route> routes() {
        return List.of(route("/flags/definitions/"), route("/api/feature_flag/local_evaluation/"));
    }

    private Route route(String path) {
        Operation operation = Operation.of(
                        HttpMethod.GET,
                        path,
                        "The flags for evaluation by an SDK, of which there are none",
                        new Authorization.Scope("feature_flag:read"))
                .parameter("token", Schema.string(), "Project token, phc_…")
                .parameter("send_cohorts", Schema.string(), "Has no effect.")
                .response(
                        200,
                        Schema.object()
                                .required("flags", Schema.list(Schema.object()))
                                .required("group_type_mapping", Schema.object())
                                .required("cohorts", Schema.object()));
        return guard.inProjectOfToken(operation, LocalEvaluationRoutes::answer);
    }

    private static Response answer(ProjectCall call) {
        Response answer = EntityTags.has(call.request(), TAG) ? Response.empty(304) : Response.ok(nothing());
        return answer.header("ETag", TAG);
    }

    private static ObjectNode nothing() {
        ObjectNode json = Json.object();
        json.putArray("flags");
        json.putObject("group_type_mapping");
        json.putObject("cohorts");
        return json;
    }
}
