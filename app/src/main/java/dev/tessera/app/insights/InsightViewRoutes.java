package dev.tessera.app.insights;

import dev.tessera.app.access.Guard;
import dev.tessera.app.access.ProjectCall;
import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.Fields;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.Schema;
import dev.tessera.kernel.id.InsightId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/**
 * The routes of what the caller viewed (spec/insights-and-query-api.md 6). Reading an insight does not count: pages say
 * themselves what they show.
 */
public final class InsightViewRoutes {
    private static final String ALL = "/api/projects/{project_id}/insights/";
    private static final Authorization READ = new Authorization.Scope("insight:read");
    private static final String IDS = "insight_ids";
    private static final int MAX_IDS = 2_500;

    private final Guard guard;
    private final Insights insights;

    public InsightViewRoutes(Guard guard, Insights insights) {
        this.guard = guard;
        this.insights = insights;
    }

    /** The routes, which have to come before that of one insight: a short id could be read into their paths. */
    public List<Route> routes() {
        return List.of(
                guard.inProject(
                        Operation.of(
                                        HttpMethod.GET,
                                        ALL + "my_last_viewed/",
                                        "The five insights that the caller viewed last",
                                        READ)
                                .response(200, Schema.list(InsightSchemas.basic())),
                        this::lastViewed),
                guard.inProject(
                        Operation.of(HttpMethod.POST, ALL + "viewed/", "Say that the caller views insights", READ)
                                .body(Schema.object().required(IDS, Schema.list(Schema.integer()))),
                        this::view));
    }

    private Response lastViewed(ProjectCall call) {
        List<Insight> latest = insights.lastViewed(call);
        Surroundings around = insights.surroundings(call, latest, List.of());
        ArrayNode items = Json.array();
        latest.forEach(it -> items.add(InsightJson.basic(it, around).putNull("search_match_type")));
        return Response.ok(items);
    }

    private Response view(ProjectCall call) {
        insights.view(call, ids(call.request().fields()));
        return Response.empty(201);
    }

    /** What can be no insight of this project is passed over. */
    private static List<InsightId> ids(Fields fields) {
        List<Long> ids = fields.integers(IDS)
                .orElseThrow(
                        () -> new ProblemException(new Problem.Invalid("required", "This field is required.", IDS)));
        if (ids.size() > MAX_IDS) {
            throw new ProblemException(new Problem.Invalid(
                    "max_length", "Ensure this field has no more than " + MAX_IDS + " elements.", IDS));
        }
        return ids.stream().filter(it -> it > 0).distinct().map(InsightId::new).toList();
    }
}
