package dev.tessera.app.definitions;

import dev.tessera.app.access.Guard;
import dev.tessera.app.access.ProjectCall;
import dev.tessera.app.access.User;
import dev.tessera.app.access.UserId;
import dev.tessera.app.access.UserStore;
import dev.tessera.app.definitions.EventDefinitionFilter.Order;
import dev.tessera.app.definitions.EventDefinitionFilter.Sort;
import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Paging;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.Schema;
import dev.tessera.app.query.Acknowledged;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The routes of event definitions (spec/persons-events-definitions-api.md 5). */
public final class EventDefinitionRoutes {
    private static final String ALL = "/api/projects/{project_id}/event_definitions/";
    private static final String ONE = ALL + "{id}/";
    private static final Authorization READ = new Authorization.Scope("event_definition:read");
    private static final Authorization WRITE = new Authorization.Scope("event_definition:write");

    private final Guard guard;
    private final EventDefinitions definitions;
    private final Acknowledged acknowledged;
    private final UserStore users;

    public EventDefinitionRoutes(
            Guard guard, EventDefinitions definitions, Acknowledged acknowledged, UserStore users) {
        this.guard = guard;
        this.definitions = definitions;
        this.acknowledged = acknowledged;
        this.users = users;
    }

    public List<Route> routes() {
        return List.of(
                guard.inProject(
                        ListRequest.document(Operation.of(HttpMethod.GET, ALL, "The events that a project has", READ))
                                .parameter(
                                        "event_type",
                                        Schema.oneOf("event", "event_custom", "event_posthog"),
                                        "All, those without a dollar sign in front, or those with it.")
                                .parameter(
                                        "ordering",
                                        Schema.string(),
                                        "name, last_seen_at, last_seen_at::date, created_at or created_at::date; - before"
                                                + " it turns it round. -last_seen_at::date when absent.")
                                .paged()
                                .response(200, Schema.page(EventDefinitionJson.schema())),
                        this::list),
                guard.inProject(
                        Operation.of(HttpMethod.POST, ALL, "Define an event before there is one", WRITE)
                                .body(EventDefinitionJson.write().required("name", Schema.string()))
                                .response(201, EventDefinitionJson.schema()),
                        this::create),
                guard.inProject(
                        Operation.of(HttpMethod.GET, ONE, "An event that a project has", READ)
                                .response(200, EventDefinitionJson.schema()),
                        this::get),
                guard.inProject(
                        Operation.of(HttpMethod.PATCH, ONE, "Change what is noted about an event", WRITE)
                                .body(EventDefinitionJson.write())
                                .response(200, EventDefinitionJson.schema()),
                        this::update),
                guard.inProject(
                        Operation.of(HttpMethod.DELETE, ONE, "Remove a definition until the next such event", WRITE),
                        this::delete));
    }

    private Response list(ProjectCall call) throws InterruptedException {
        EventDefinitionFilter filter = filter(call.request());
        PageRequest asked = Paging.of(call.request());
        acknowledged.require();
        Page<EventDefinition> page = definitions.list(call.projectId(), filter, asked);
        Map<UserId, User> people = people(page.items());
        return Paging.answer(call.request(), asked, page, it -> EventDefinitionJson.full(it, people));
    }

    private static EventDefinitionFilter filter(Request request) {
        ListRequest list = new ListRequest(request);
        return new EventDefinitionFilter(
                list.terms(),
                list.text("event_type")
                        .map(it -> Sort.named(it).orElseThrow(() -> ListRequest.choice(it, "event_type")))
                        .orElse(Sort.EVENT),
                list.tags(),
                list.flag("verified"),
                list.flag("hidden"),
                list.text("ordering")
                        .map(it -> Order.parse(it).orElseThrow(() -> ListRequest.choice(it, "ordering")))
                        .orElse(Order.standard()));
    }

    private Response create(ProjectCall call) {
        return Response.created(json(definitions.create(call, call.request().fields())));
    }

    private Response get(ProjectCall call) {
        return Response.ok(json(definitions.get(call.projectId(), call.request().pathParameter("id"))));
    }

    private Response update(ProjectCall call) {
        return Response.ok(json(definitions.update(
                call, call.request().pathParameter("id"), call.request().fields())));
    }

    private Response delete(ProjectCall call) {
        definitions.delete(call.projectId(), call.request().pathParameter("id"));
        return Response.empty(204);
    }

    private ObjectNode json(EventDefinition definition) {
        return EventDefinitionJson.full(definition, people(List.of(definition)));
    }

    private Map<UserId, User> people(List<EventDefinition> items) {
        return users.find(
                items.stream().flatMap(it -> NotesJson.people(it.notes())).collect(Collectors.toSet()));
    }
}
