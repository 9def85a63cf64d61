package dev.tessera.app.access;

import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Paging;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.Schema;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** Projects, alone and of an organization (spec/access.md 7.2). */
public final class ProjectRoutes {
    private static final String ALL = "/api/projects/";
    private static final String ONE = ALL + "{project_id}/";
    private static final String OF_ORGANIZATION = "/api/organizations/{organization_id}/projects/";
    private static final String ONE_OF_ORGANIZATION = OF_ORGANIZATION + "{project_id}/";
    private static final Authorization READ = new Authorization.Scope("project:read");
    private static final Authorization WRITE = new Authorization.Scope("project:write");

    private final Guard guard;
    private final OrganizationStore organizations;
    private final Projects projects;

    public ProjectRoutes(Guard guard, OrganizationStore organizations, Projects projects) {
        this.guard = guard;
        this.organizations = organizations;
        this.projects = projects;
    }

    public List<Route> routes() {
        Schema project = ProjectJson.schema();
        return List.of(
                guard.outsideProjects(listOf(ALL, "The projects that the caller can see"), this::listOfCaller),
                guard.inOrganization(listOf(OF_ORGANIZATION, "An organization's projects"), this::listOfOrganization),
                guard.inCurrentOrganization(
                        making(ALL, "Make a project in the caller's current organization"), this::create),
                guard.inOrganization(making(OF_ORGANIZATION, "Make a project"), this::create),
                guard.inProject(
                        Operation.of(HttpMethod.GET, ONE, "A project", READ).response(200, project),
                        ProjectRoutes::get),
                guard.inProject(
                        Operation.of(HttpMethod.GET, ONE_OF_ORGANIZATION, "An organization's project", READ)
                                .response(200, project),
                        ProjectRoutes::getOfOrganization),
                guard.inProject(
                        Operation.of(HttpMethod.PATCH, ONE, "Change a project", WRITE)
                                .body(ProjectPatch.schema())
                                .response(200, project),
                        this::patch));
    }

    private static Operation making(String path, String summary) {
        return Operation.of(HttpMethod.POST, path, summary, WRITE)
                .body(ProjectPatch.schema())
                .response(201, ProjectJson.schema());
    }

    private static Operation listOf(String path, String summary) {
        return Operation.of(HttpMethod.GET, path, summary, READ)
                .parameter("search", Schema.string(), "Part of the name.")
                .paged()
                .response(200, Schema.page(ProjectJson.schema()));
    }

    private Response listOfCaller(UserCall call) {
        List<OrganizationId> visible = organizations.membershipsOf(call.user().id()).stream()
                .map(Membership::organization)
                .filter(call.caller()::reaches)
                .toList();
        PageRequest asked = Paging.of(call.request());
        Page<Project> page =
                projects.list(visible, call.request().query("search").orElse(""), asked);
        return Paging.answer(call.request(), asked, page, ProjectJson::basic);
    }

    private Response listOfOrganization(OrganizationCall call) {
        PageRequest asked = Paging.of(call.request());
        Page<Project> page = projects.list(
                List.of(call.organization().id()),
                call.request().query("search").orElse(""),
                asked);
        return Paging.answer(call.request(), asked, page, ProjectJson::basic);
    }

    private Response create(OrganizationCall call) {
        if (!call.membership().level().isAtLeast(MembershipLevel.ADMIN)) {
            throw new ProblemException(
                    new Problem.Forbidden("You need to be an organization admin or above to create new projects."));
        }
        Project made = projects.createFor(
                call.user().id(),
                call.organization().id(),
                ProjectPatch.of(call.request().fields()));
        return Response.created(ProjectJson.full(made, call.membership().level()));
    }

    private static Response get(ProjectCall call) {
        return Response.ok(ProjectJson.full(call.project(), call.membership().level()));
    }

    private static Response getOfOrganization(ProjectCall call) {
        String place = call.request().pathParameter("organization_id");
        if (!OrganizationId.named(place, call.user())
                .equals(Optional.of(call.project().organization()))) {
            throw new ProblemException(new Problem.NotFound("Project not found."));
        }
        return get(call);
    }

    private Response patch(ProjectCall call) {
        Project updated = projects.update(
                call.project().id(), ProjectPatch.of(call.request().fields()));
        return Response.ok(ProjectJson.full(updated, call.membership().level()));
    }
}
