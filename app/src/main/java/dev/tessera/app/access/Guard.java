package dev.tessera.app.access;

import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Route;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * The only way to make a route of an operation that needs a scope: it lets through who may call it.
 *
 * <p>The order of refusals is that of spec/access.md 2.3, 2.4 and 4.3: who are you, which project or organization, what is
 * your key for, are you a member.
 */
public final class Guard {
    private static final String CURRENT = "@current";

    private final Authentication authentication;
    private final OrganizationStore organizations;
    private final ProjectStore projects;

    public Guard(
            PersonalApiKeyStore keys,
            UserStore users,
            OrganizationStore organizations,
            ProjectStore projects,
            Clock clock) {
        this.authentication = new Authentication(keys, users, clock);
        this.organizations = organizations;
        this.projects = projects;
    }

    /** The route of a project that {@code handler} answers; the project is the path's {@code project_id}. */
    public Route inProject(Operation operation, ProjectHandler handler) {
        String scope = scope(operation);
        return new Route(operation, request -> {
            Caller caller = authentication.caller(request);
            Project project = project(request.pathParameter("project_id"), caller.user());
            Restrictions.check(caller.key(), project, scope);
            Membership membership = organizations
                    .membership(caller.user().id(), project.organization())
                    .orElseThrow(
                            () -> new ProblemException(new Problem.Forbidden("You don't have access to the project.")));
            return handler.handle(new ProjectCall(request, caller, membership, project));
        });
    }

    /** The route of an organization that {@code handler} answers; it is the path's {@code organization_id}. */
    public Route inOrganization(Operation operation, OrganizationHandler handler) {
        String scope = scope(operation);
        return new Route(operation, request -> {
            Caller caller = authentication.caller(request);
            Organization organization = organization(request.pathParameter("organization_id"), caller.user());
            Restrictions.check(caller.key(), organization.id(), scope);
            Membership membership = organizations
                    .membership(caller.user().id(), organization.id())
                    .orElseThrow(Guard::noOrganization);
            return handler.handle(new OrganizationCall(request, caller, membership, organization));
        });
    }

    /** The route that {@code handler} answers for the calling user, whatever projects a key is for. */
    public Route asUser(Operation operation, UserHandler handler) {
        String scope = scope(operation);
        return new Route(operation, request -> {
            Caller caller = authentication.caller(request);
            Restrictions.checkScope(caller.key(), scope);
            return handler.handle(new UserCall(request, caller));
        });
    }

    /** The route that {@code handler} answers about all that the caller can reach, with a key that is for no project. */
    public Route outsideProjects(Operation operation, UserHandler handler) {
        String scope = scope(operation);
        return new Route(operation, request -> {
            Caller caller = authentication.caller(request);
            Restrictions.checkOutsideProjects(caller.key());
            Restrictions.checkScope(caller.key(), scope);
            return handler.handle(new UserCall(request, caller));
        });
    }

    private Project project(String text, User caller) {
        Optional<ProjectId> id = text.equals(CURRENT) ? caller.project() : number(text);
        return id.flatMap(projects::find)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("Project not found.")));
    }

    private static Optional<ProjectId> number(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Optional.of(new ProjectId(Long.parseLong(text))) : Optional.empty();
    }

    private Organization organization(String text, User caller) {
        Optional<OrganizationId> id = text.equals(CURRENT) ? caller.organization() : uuid(text);
        return id.flatMap(organizations::find).orElseThrow(Guard::noOrganization);
    }

    private static Optional<OrganizationId> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(new OrganizationId(UUID.fromString(text))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ProblemException noOrganization() {
        return new ProblemException(new Problem.NotFound("Organization not found."));
    }

    private static String scope(Operation operation) {
        return switch (operation.authorization()) {
            case Authorization.Scope it -> it.scope();
            case Authorization.Open _, Authorization.ProjectToken _ ->
                throw new IllegalArgumentException("Nothing to guard: " + operation.path());
        };
    }
}
