package dev.tessera.app.dashboards;

import dev.tessera.app.access.Guard;
import dev.tessera.app.access.ProjectCall;
import dev.tessera.app.access.UserStore;
import dev.tessera.app.filters.EffectiveQuery;
import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.Cost;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Paging;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.Schema;
import dev.tessera.app.insights.Outcome;
import dev.tessera.app.insights.Results;
import dev.tessera.app.query.Refresh;
import dev.tessera.app.tiles.StoredSize;
import dev.tessera.app.tiles.Tile;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.kernel.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes of dashboards (spec/dashboards.md 4.1 to 4.5). */
public final class DashboardRoutes {
    private static final String ALL = "/api/projects/{project_id}/dashboards/";
    private static final String ONE = ALL + "{id}/";
    private static final Authorization READ = new Authorization.Scope("dashboard:read");
    private static final Authorization WRITE = new Authorization.Scope("dashboard:write");

    private final Guard guard;
    private final Dashboards dashboards;
    private final Results results;
    private final UserStore users;

    public DashboardRoutes(Guard guard, Dashboards dashboards, Results results, UserStore users) {
        this.guard = guard;
        this.dashboards = dashboards;
        this.results = results;
        this.users = users;
    }

    public List<Route> routes() {
        return List.of(
                guard.inProject(
                        DashboardFilterRequest.document(
                                        Operation.of(HttpMethod.GET, ALL, "A project's dashboards", READ))
                                .paged()
                                .response(
                                        200,
                                        Schema.page(DashboardSchemas.basic()
                                                .required(
                                                        "search_match_type",
                                                        Schema.string().nullable()))),
                        this::list),
                guard.inProject(
                        Operation.of(HttpMethod.POST, ALL, "Make a dashboard", WRITE)
                                .body(DashboardSchemas.create())
                                .response(201, DashboardSchemas.full()),
                        this::create),
                guard.inProject(
                        refreshed(HttpMethod.GET, "A dashboard with its tiles", READ)
                                .costing(Cost.QUERY)
                                .response(200, DashboardSchemas.full()),
                        this::get),
                guard.inProject(change(HttpMethod.PATCH), this::update),
                guard.inProject(change(HttpMethod.PUT), this::update),
                guard.inProject(
                        Operation.of(
                                HttpMethod.DELETE,
                                ONE,
                                "Always 405: a dashboard is deleted by a change of \"deleted\"",
                                WRITE),
                        _ -> Response.empty(405)));
    }

    private static Operation change(HttpMethod method) {
        return refreshed(method, "Change a dashboard and its tiles, delete it or bring it back", WRITE)
                .costing(Cost.QUERY)
                .body(DashboardSchemas.change())
                .response(200, DashboardSchemas.full());
    }

    private static Operation refreshed(HttpMethod method, String summary, Authorization authorization) {
        return BoardOverrides.document(Operation.of(method, ONE, summary, authorization)
                .parameter(
                        "refresh",
                        Schema.oneOf("force_cache", "blocking", "force_blocking"),
                        "Whether results may be computed; force_cache, which computes nothing, when absent."));
    }

    private Response list(ProjectCall call) {
        DashboardFilter filter = DashboardFilterRequest.of(call.request());
        PageRequest asked = Paging.of(call.request());
        // No dashboard has a mode that there is not.
        Page<Dashboard> page = DashboardFilterRequest.wantsUnknownMode(call.request())
                ? new Page<>(0, List.of())
                : dashboards.list(call.projectId(), filter, asked);
        reserve(call, page.items());
        DashboardJson json = new DashboardJson(
                call.project(),
                call.membership(),
                users.find(page.items().stream()
                        .flatMap(it -> it.createdBy().stream())
                        .distinct()
                        .toList()));
        Map<DashboardId, Instant> views = dashboards.views(call, page.items());
        String match = filter.search().isEmpty() ? null : "exact";
        return Paging.answer(
                call.request(),
                asked,
                page,
                it -> json.basic(it, Optional.ofNullable(views.get(it.id()))).put("search_match_type", match));
    }

    /** Takes memory for what was read, and is about to be answered. */
    private static void reserve(ProjectCall call, List<Dashboard> page) {
        long bytes = page.stream()
                .map(Dashboard::details)
                .flatMap(it -> Stream.of(it.filters(), it.variables(), it.breakdownColors()))
                .mapToLong(it -> StoredSize.of(it).bytes())
                .sum();
        call.request()
                .reserve(bytes, "These dashboards are too large to be read together. Ask for fewer with \"limit\".");
    }

    private Response create(ProjectCall call) throws InterruptedException {
        BoardView created = dashboards.create(call, call.request().fields());
        BoardOverrides nothing = BoardOverrides.none();
        return Response.created(json(call, created, nothing, Refresh.FORCE_CACHE));
    }

    private Response get(ProjectCall call) throws InterruptedException {
        BoardOverrides overrides = BoardOverrides.of(call.request());
        Refresh refresh = Refresh.ofReading(call.request());
        BoardView view =
                dashboards.look(call, id(call.request()), call.request().query("creation_mode"));
        return Response.ok(json(call, view, overrides, refresh));
    }

    private Response update(ProjectCall call) throws InterruptedException {
        BoardOverrides overrides = BoardOverrides.of(call.request());
        Refresh refresh = Refresh.ofReading(call.request());
        BoardView view =
                dashboards.update(call, id(call.request()), call.request().fields());
        return Response.ok(json(call, view, overrides, refresh));
    }

    private ObjectNode json(ProjectCall call, BoardView view, BoardOverrides overrides, Refresh refresh)
            throws InterruptedException {
        Dashboard dashboard = view.dashboard();
        List<Optional<JsonNode>> queries = new ArrayList<>();
        for (Tile tile : view.tiles()) {
            queries.add(view.insight(tile)
                    .flatMap(it -> it.details().query())
                    .map(it -> EffectiveQuery.of(it, overrides.filters(dashboard, tile))));
        }
        List<Outcome> outcomes = results.of(call.project(), queries, refresh, call.request()::tryReserve);
        List<ObjectNode> tiles = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            tiles.add(TileJson.of(view, view.tiles().get(i), i, queries.get(i), outcomes.get(i)));
        }
        return new DashboardJson(
                        call.project(), call.membership(), view.around().users())
                .full(view, overrides.filters(dashboard), tiles);
    }

    private static DashboardId id(Request request) {
        String text = request.pathParameter("id");
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw ProblemException.notFound();
        }
        return new DashboardId(Long.parseLong(text));
    }
}
