package dev.tessera.app.access;

import dev.tessera.app.http.Authorization;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;

/** What a key may not do although its user may, in the order of spec/access.md 4.3. */
final class Restrictions {
    private Restrictions() {}

    /** Ends a request to {@code project} that {@code key} is not for. */
    static void check(PersonalApiKey key, Project project, Authorization needed) {
        String scope = scope(needed);
        if (!key.projects().isEmpty() && !key.projects().contains(project.id())) {
            throw forbidden("API key does not have access to the requested project: ID "
                    + project.id().value() + ".");
        }
        checkOrganization(key, project.organization());
        checkScope(key, scope);
    }

    /** Ends a request to {@code organization} that {@code key} is not for. */
    static void check(PersonalApiKey key, OrganizationId organization, Authorization needed) {
        String scope = scope(needed);
        checkOutsideProjects(key);
        checkOrganization(key, organization);
        checkScope(key, scope);
    }

    /** Ends a request to no project that {@code key} may not make, because it is for some projects only, say. */
    static void checkOutsideProjects(PersonalApiKey key, Authorization needed) {
        String scope = scope(needed);
        checkOutsideProjects(key);
        checkScope(key, scope);
    }

    /** Ends a request about the key's own user that {@code key} may not make. */
    static void checkOwn(PersonalApiKey key, Authorization needed) {
        checkScope(key, scope(needed));
    }

    private static String scope(Authorization needed) {
        return switch (needed) {
            case Authorization.Scope it -> it.scope();
            case Authorization.SessionOnly it -> throw forbidden(it.refusal());
            case Authorization.Open _, Authorization.ProjectToken _ ->
                throw new IllegalArgumentException("Nothing to restrict");
        };
    }

    private static void checkOutsideProjects(PersonalApiKey key) {
        if (!key.projects().isEmpty()) {
            throw forbidden("API keys with scoped projects are only supported on project-based endpoints.");
        }
    }

    private static void checkScope(PersonalApiKey key, String scope) {
        if (!key.scopes().allow(scope)) {
            throw forbidden("API key missing required scope '" + scope + "'");
        }
    }

    private static void checkOrganization(PersonalApiKey key, OrganizationId organization) {
        if (!key.reaches(organization)) {
            throw forbidden("API key does not have access to the requested organization: ID " + organization + ".");
        }
    }

    private static ProblemException forbidden(String detail) {
        return new ProblemException(new Problem.Forbidden(detail));
    }
}
