package dev.tessera.app.definitions;

import dev.tessera.app.access.Guard;
import dev.tessera.app.access.ProjectCall;
import dev.tessera.app.access.User;
import dev.tessera.app.access.UserId;
import dev.tessera.app.access.UserStore;
import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Paging;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.Schema;
import dev.tessera.app.query.Acknowledged;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The routes of property definitions (spec/persons-events-definitions-api.md 6). */
public final class PropertyDefinitionRoutes {
    private static final String ALL = "/api/projects/{project_id}/property_definitions/";
    private static final String ONE = ALL + "{id}/";
    private static final Authorization READ = new Authorization.Scope("property_definition:read");
    private static final Authorization WRITE = new Authorization.Scope("property_definition:write");

    private final Guard guard;
    private final PropertyDefinitions definitions;
    private final Acknowledged acknowledged;
    private final UserStore users;

    public PropertyDefinitionRoutes(
            Guard guard, PropertyDefinitions definitions, Acknowledged acknowledged, UserStore users) {
        this.guard = guard;
        this.definitions = definitions;
        this.acknowledged = acknowledged;
        this.users = users;
    }

    public List<Route> routes() {
        return List.of(
                guard.inProject(
                        PropertyFilterRequest.document(
                                        Operation.of(HttpMethod.GET, ALL, "The properties that a project has", READ))
                                .paged()
                                .response(200, Schema.page(PropertyDefinitionJson.schema())),
                        this::list),
                guard.inProject(
                        Operation.of(HttpMethod.GET, ONE, "A property that a project has", READ)
                                .response(200, PropertyDefinitionJson.schema()),
                        this::get),
                guard.inProject(
                        Operation.of(
                                        HttpMethod.PATCH,
                                        ONE,
                                        "Change the type of a property and what is noted about it",
                                        WRITE)
                                .body(PropertyDefinitionJson.write())
                                .response(200, PropertyDefinitionJson.schema()),
                        this::update));
    }

    private Response list(ProjectCall call) throws InterruptedException {
        PropertyDefinitionFilter filter = PropertyFilterRequest.of(call.request());
        PageRequest asked = Paging.of(call.request());
        acknowledged.require();
        Page<ListedProperty> page = definitions.list(call.projectId(), filter, asked);
        Map<UserId, User> people = people(page.items());
        return Paging.answer(call.request(), asked, page, it -> PropertyDefinitionJson.full(it, people));
    }

    private Response get(ProjectCall call) {
        return Response.ok(json(definitions.get(call.projectId(), call.request().pathParameter("id"))));
    }

    private Response update(ProjectCall call) {
        return Response.ok(json(definitions.update(
                call, call.request().pathParameter("id"), call.request().fields())));
    }

    private ObjectNode json(PropertyDefinition definition) {
        ListedProperty listed = new ListedProperty(definition, Optional.empty());
        return PropertyDefinitionJson.full(listed, people(List.of(listed)));
    }

    private Map<UserId, User> people(List<ListedProperty> items) {
        return users.find(items.stream()
                .flatMap(it -> NotesJson.people(it.definition().notes()))
                .collect(Collectors.toSet()));
    }
}
