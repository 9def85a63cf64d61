package dev.tessera.app.query;

import dev.tessera.app.access.Guard;
import dev.tessera.app.access.ProjectCall;
import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.Cost;
import dev.tessera.app.http.Fields;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The endpoint that answers queries (spec/insights-and-query-api.md 1). */
public final class QueryRoutes {
    private static final int MAX_NAME = 128;

    private static final Operation ASK = Operation.of(
                    HttpMethod.POST,
                    "/api/projects/{project_id}/query/",
                    "Answer a query",
                    new Authorization.Scope("query:read"))
            .costing(Cost.QUERY)
            .body(QueryJson.REQUEST)
            .response(200, QueryJson.RESPONSE);

    private final Guard guard;
    private final Answers answers;

    public QueryRoutes(Guard guard, Answers answers) {
        this.guard = guard;
        this.answers = answers;
    }

    public List<Route> routes() {
        return List.of(guard.inProject(ASK, this::ask));
    }

    private Response ask(ProjectCall call) throws InterruptedException {
        Fields fields = call.request().fields();
        JsonNode query = fields.value("query")
                .orElseThrow(() ->
                        new ProblemException(new Problem.Invalid("required", "This field is required.", "query")));
        fields.nullableText("client_query_id", null, MAX_NAME);
        fields.nullableText("name", null, MAX_NAME);
        refuseAsync(fields);
        checkOverrides(fields);
        Refresh refresh = Refresh.ofQuery(present(fields, "refresh"));
        return switch (answers.answer(call.project(), query, refresh)) {
            case Answer.Result it -> {
                call.request()
                        .reserve(it.heapBytes(), "The answer to this query is too large. Choose a larger interval.");
                yield Response.ok(QueryJson.response(call.project(), it));
            }
            case Answer.Missing it -> throw new IllegalStateException("Not computed: " + it.cacheKey());
        };
    }

    private static void refuseAsync(Fields fields) {
        if (Boolean.TRUE.equals(fields.nullableFlag("async", false))) {
            throw Refresh.notSupported("async");
        }
    }

    /** Overrides that say nothing are fine, and so are values for variables, which these queries do not have. */
    private static void checkOverrides(Fields fields) {
        boolean overridden = present(fields, "filters_override")
                .map(it -> Fields.of(it, "filters_override").json())
                .filter(it -> it.valueStream().anyMatch(QueryRoutes::saysSomething))
                .isPresent();
        if (overridden) {
            throw new ProblemException(new Problem.Invalid(
                    "not_supported",
                    "\"filters_override\" is not supported yet. Put its dates and filters into the query.",
                    "filters_override"));
        }
        present(fields, "variables_override").ifPresent(it -> Fields.of(it, "variables_override"));
    }

    private static boolean saysSomething(JsonNode value) {
        return !value.isNull() && !(value.isContainer() && value.isEmpty());
    }

    private static Optional<JsonNode> present(Fields fields, String name) {
        return Optional.ofNullable(fields.json().get(name)).filter(it -> !it.isNull());
    }
}
