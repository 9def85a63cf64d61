package dev.tessera.app.access;

import dev.tessera.app.capture.CaptureException;
import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Route;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The only way to make a route of an operation that is not for everybody: it lets through who may call it.
 *
 * <p>The order of refusals is that of spec/access.md 2.3, 2.4 and 4.3: who are you, which project or organization, what is
 * your key for, are you a member. Whoever asks too often is refused as soon as it is known who asks.
 */
public final class Guard {
    /** Stands for the caller's own project or organization in paths. */
    static final String CURRENT = "@current";

    private final Authentication authentication;
    private final OrganizationStore organizations;
    private final ProjectStore projects;
    private final RateLimits limits;

    public Guard(
            Authentication authentication, OrganizationStore organizations, ProjectStore projects, RateLimits limits) {
        this.authentication = authentication;
        this.organizations = organizations;
        this.projects = projects;
        this.limits = limits;
    }

    /** The route of a project that {@code handler} answers; the project is the path's {@code project_id}. */
    public Route inProject(Operation operation, ProjectHandler handler) {
        Authorization needed = needed(operation);
        return new Route(operation, request -> {
            String place = request.pathParameter("project_id");
            Caller caller = caller(operation, request, nobodyAt(place));
            return handler.handle(call(request, caller, project(place, caller), needed));
        });
    }

    /** The route that {@code handler} answers for the project of the query's {@code token}, the caller's own without one. */
    public Route inProjectOfToken(Operation operation, ProjectHandler handler) {
        Authorization needed = needed(operation);
        return new Route(operation, request -> {
            Caller caller = caller(operation, request);
            Project project = request.query("token")
                    .map(it -> projects.findByToken(it)
                            .orElseThrow(() -> new ProblemException(
                                    Problem.Unauthenticated.failed(CaptureException.UNKNOWN_TOKEN))))
                    .orElseGet(() -> project(CURRENT, caller));
            return handler.handle(call(request, caller, project, needed));
        });
    }

    /** The call of somebody who may make it. */
    private ProjectCall call(Request request, Caller caller, Project project, Authorization needed) {
        caller.key().ifPresent(it -> Restrictions.check(it, project, needed));
        Membership membership = organizations
                .membership(caller.user().id(), project.organization())
                .orElseThrow(
                        () -> new ProblemException(new Problem.Forbidden("You don't have access to the project.")));
        return new ProjectCall(request, caller, membership, project);
    }

    /** The route of an organization that {@code handler} answers; it is the path's {@code organization_id}. */
    public Route inOrganization(Operation operation, OrganizationHandler handler) {
        return inOrganization(operation, request -> request.pathParameter("organization_id"), handler);
    }

    /** The route that {@code handler} answers for the caller's current organization, which the path does not name. */
    public Route inCurrentOrganization(Operation operation, OrganizationHandler handler) {
        return inOrganization(operation, _ -> CURRENT, handler);
    }

    private Route inOrganization(Operation operation, Function<Request, String> place, OrganizationHandler handler) {
        Authorization needed = needed(operation);
        return new Route(operation, request -> {
            Caller caller = caller(operation, request);
            Organization organization = organization(place.apply(request), caller.user());
            caller.key().ifPresent(it -> Restrictions.check(it, organization.id(), needed));
            Membership membership = organizations
                    .membership(caller.user().id(), organization.id())
                    .orElseThrow(Guard::noOrganization);
            return handler.handle(new OrganizationCall(request, caller, membership, organization));
        });
    }

    /** The route that {@code handler} answers for the calling user, whatever projects a key is for. */
    public Route asUser(Operation operation, UserHandler handler) {
        Authorization needed = needed(operation);
        return new Route(operation, request -> {
            Caller caller = caller(operation, request);
            caller.key().ifPresent(it -> Restrictions.checkOwn(it, needed));
            return handler.handle(new UserCall(request, caller));
        });
    }

    /** The route that {@code handler} answers about all that the caller can reach, with a key that is for no project. */
    public Route outsideProjects(Operation operation, UserHandler handler) {
        Authorization needed = needed(operation);
        return new Route(operation, request -> {
            Caller caller = caller(operation, request);
            caller.key().ifPresent(it -> Restrictions.checkOutsideProjects(it, needed));
            return handler.handle(new UserCall(request, caller));
        });
    }

    private Caller caller(Operation operation, Request request) {
        return caller(operation, request, Problem.Unauthenticated.noCredentials());
    }

    /** Who makes a request and has not made too many. Keys are counted, and addresses of nobody known; sessions are not. */
    private Caller caller(Operation operation, Request request, Problem nobody) {
        Identity identity = authentication.identify(request);
        switch (identity) {
            case Identity.Known it ->
                it.caller().key().ifPresent(key -> limits.spend(new RateLimits.Spender.Key(key.id()), operation));
            case Identity.Anonymous _, Identity.Refused _ ->
                limits.spend(new RateLimits.Spender.Address(request.peerAddress()), operation);
        }
        return switch (identity) {
            case Identity.Known it -> it.caller();
            case Identity.Anonymous _ -> throw new ProblemException(nobody);
            case Identity.Refused it -> throw new ProblemException(it.problem());
        };
    }

    /** Nobody has no current project either, which has an answer of its own (spec/access.md 2.3). */
    private static Problem nobodyAt(String place) {
        return place.equals(CURRENT)
                ? Problem.Unauthenticated.failed("Incorrect authentication credentials.")
                : Problem.Unauthenticated.noCredentials();
    }

    private Project project(String text, Caller caller) {
        Optional<Project> project =
                text.equals(CURRENT) ? current(caller) : projectId(text).flatMap(projects::find);
        return project.orElseThrow(() -> new ProblemException(new Problem.NotFound("Project not found.")));
    }

    /** The caller's current project; a key that is for other organizations does not have it (spec/access.md 4.3). */
    private Optional<Project> current(Caller caller) {
        return caller.user().project().flatMap(projects::find).filter(it -> caller.reaches(it.organization()));
    }

    /** The project whose number {@code text} is. */
    static Optional<ProjectId> projectId(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Optional.of(new ProjectId(Long.parseLong(text))) : Optional.empty();
    }

    private Organization organization(String text, User caller) {
        return OrganizationId.named(text, caller).flatMap(organizations::find).orElseThrow(Guard::noOrganization);
    }

    private static ProblemException noOrganization() {
        return new ProblemException(new Problem.NotFound("Organization not found."));
    }

    private static Authorization needed(Operation operation) {
        return switch (operation.authorization()) {
            case Authorization.Scope _, Authorization.SessionOnly _ -> operation.authorization();
            case Authorization.Open _, Authorization.ProjectToken _ ->
                throw new IllegalArgumentException("Nothing to guard: " + operation.path());
        };
    }
}
