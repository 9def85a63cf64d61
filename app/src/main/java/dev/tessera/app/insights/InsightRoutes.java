package dev.tessera.app.insights;

import dev.tessera.app.access.Guard;
import dev.tessera.app.access.ProjectCall;
import dev.tessera.app.filters.EffectiveFilters;
import dev.tessera.app.filters.EffectiveQuery;
import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.Cost;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Paging;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.Schema;
import dev.tessera.app.query.Refresh;
import dev.tessera.app.tiles.StoredSize;
import dev.tessera.app.tiles.Tile;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes of insights (spec/insights-and-query-api.md 5). */
public final class InsightRoutes {
    private static final String ALL = "/api/projects/{project_id}/insights/";
    private static final String ONE = ALL + "{id}/";
    private static final Authorization READ = new Authorization.Scope("insight:read");
    private static final Authorization WRITE = new Authorization.Scope("insight:write");

    private final Guard guard;
    private final Insights insights;
    private final Results results;
    private final Clock clock;

    public InsightRoutes(Guard guard, Insights insights, Results results, Clock clock) {
        this.guard = guard;
        this.insights = insights;
        this.results = results;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                guard.inProject(
                        InsightFilterRequest.document(refreshed(HttpMethod.GET, ALL, "A project's insights", READ)
                                        .costing(Cost.QUERY))
                                .parameter("basic", Schema.bool(), "Leave out results.")
                                .paged()
                                .response(200, Schema.page(InsightSchemas.full())),
                        this::list),
                guard.inProject(
                        refreshed(HttpMethod.POST, ALL, "Make an insight", WRITE)
                                .body(InsightSchemas.write())
                                .response(201, InsightSchemas.full()),
                        this::create),
                guard.inProject(
                        refreshed(HttpMethod.GET, ONE, "An insight, by its number or short id", READ)
                                .costing(Cost.QUERY)
                                .parameter("basic", Schema.bool(), "Leave out the result.")
                                .parameter("from_dashboard", Schema.integer(), "Apply the filters of this dashboard.")
                                .parameter("filters_override", Schema.string(), "JSON object of filters to apply.")
                                .parameter("variables_override", Schema.string(), "JSON object of values of variables.")
                                .response(200, InsightSchemas.full()),
                        this::get),
                guard.inProject(change(HttpMethod.PATCH), this::update),
                guard.inProject(change(HttpMethod.PUT), this::update));
    }

    private static Operation change(HttpMethod method) {
        return refreshed(method, ONE, "Change an insight, delete it or bring it back", WRITE)
                .costing(Cost.QUERY)
                .body(InsightSchemas.write())
                .response(200, InsightSchemas.full());
    }

    private static Operation refreshed(HttpMethod method, String path, String summary, Authorization authorization) {
        return Operation.of(method, path, summary, authorization)
                .parameter(
                        "refresh",
                        Schema.oneOf("force_cache", "blocking", "force_blocking"),
                        "Whether results may be computed; force_cache, which computes nothing, when absent.");
    }

    private Response list(ProjectCall call) throws InterruptedException {
        refuseCsv(call);
        InsightFilter filter = InsightFilterRequest.of(call, clock.now());
        Refresh refresh = Refresh.ofReading(call.request());
        PageRequest asked = Paging.of(call.request());
        Page<Insight> page = insights.list(call, filter, asked);
        reserve(call, page.items());
        Surroundings around = insights.surroundings(call, page.items(), List.of());
        List<ObjectNode> items = basic(call)
                ? page.items().stream().map(it -> InsightJson.basic(it, around)).toList()
                : full(page.items(), around, refresh, call.request()::tryReserve);
        items.forEach(it -> it.put("search_match_type", filter.search().isEmpty() ? null : "exact"));
        return Paging.answer(call.request(), asked, new Page<>(page.count(), items), it -> it);
    }

    private List<ObjectNode> full(List<Insight> page, Surroundings around, Refresh refresh, LongPredicate memory)
            throws InterruptedException {
        List<Optional<JsonNode>> queries =
                page.stream().map(it -> it.details().query()).toList();
        List<Outcome> outcomes = results.of(around.project(), queries, refresh, memory);
        List<ObjectNode> items = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            items.add(InsightJson.full(
                    page.get(i), queries.get(i), outcomes.get(i).toldInStatus(), around, Optional.empty()));
        }
        return items;
    }

    private Response create(ProjectCall call) throws InterruptedException {
        Refresh refresh = Refresh.ofReading(call.request());
        return Response.created(
                written(call, insights.create(call, call.request().fields()), refresh));
    }

    private Response update(ProjectCall call) throws InterruptedException {
        Refresh refresh = Refresh.ofReading(call.request());
        Insight updated = insights.update(
                call, call.request().pathParameter("id"), call.request().fields());
        return Response.ok(written(call, updated, refresh));
    }

    /** What was written stays written, so a question that is refused is told in the status of the query. */
    private ObjectNode written(ProjectCall call, Insight insight, Refresh refresh) throws InterruptedException {
        reserve(call, List.of(insight));
        Optional<JsonNode> query = insight.details().query();
        Outcome outcome = results.of(call.project(), query, refresh, call.request()::tryReserve)
                .toldInStatus();
        Surroundings around = insights.surroundings(call, List.of(insight), List.of());
        return InsightJson.full(insight, query, outcome, around, Optional.empty())
                .putNull("search_match_type");
    }

    private Response get(ProjectCall call) throws InterruptedException {
        refuseCsv(call);
        Refresh refresh = Refresh.ofReading(call.request());
        Insight insight = insights.live(call.projectId(), call.request().pathParameter("id"));
        reserve(call, List.of(insight));
        Surroundings around = insights.surroundings(call, List.of(insight), List.of());
        if (basic(call)) {
            return Response.ok(InsightJson.basic(insight, around).putNull("search_match_type"));
        }
        Optional<Tile> tile =
                FromDashboard.tile(call.request(), around.tiles(insight)).map(it -> insights.whole(call, it));
        EffectiveFilters filters = FromDashboard.filters(call.request(), tile, it -> insights.filters(call, it));
        Optional<JsonNode> query = insight.details().query().map(it -> EffectiveQuery.of(it, filters));
        Outcome outcome = results.of(call.project(), query, refresh, call.request()::tryReserve);
        if (outcome instanceof Outcome.Refused refused) {
            throw new ProblemException(refused.problem());
        }
        Optional<DashboardId> dashboard = tile.map(Tile::dashboard);
        ObjectNode json =
                InsightJson.full(insight, query, outcome, around, dashboard).putNull("search_match_type");
        tile.ifPresent(it -> json.put("color", it.look().color().orElse(null))
                .set("layouts", it.look().layouts()));
        return Response.ok(json);
    }

    /** Takes memory for what was read, and is about to be answered. */
    private static void reserve(ProjectCall call, List<Insight> insights) {
        long bytes = insights.stream()
                .flatMap(it -> it.details().query().stream())
                .mapToLong(it -> StoredSize.of(it).bytes())
                .sum();
        call.request()
                .reserve(bytes, "These insights are too large to be read together. Ask for fewer with \"limit\".");
    }

    private static boolean basic(ProjectCall call) {
        return call.request()
                .query("basic")
                .filter(it -> it.equals("true") || it.equals("1"))
                .isPresent();
    }

    private static void refuseCsv(ProjectCall call) {
        if (call.request().query("format").equals(Optional.of("csv"))) {
            throw new ProblemException(new Problem.Invalid(
                    "not_supported", "Insights as CSV are not supported yet. Leave out \"format\".", "format"));
        }
    }
}
