package dev.tessera.app.access;

import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;

/** What a key may not do although its user may, in the order of spec/access.md 4.3. */
final class Restrictions {
    private Restrictions() {}

    /** Ends a request to {@code project} that {@code key} is not for. */
    static void check(PersonalApiKey key, Project project, String scope) {
        if (!key.projects().isEmpty() && !key.projects().contains(project.id())) {
            throw forbidden("API key does not have access to the requested project: ID "
                    + project.id().value() + ".");
        }
        checkOrganization(key, project.organization());
        checkScope(key, scope);
    }

    /** Ends a request to {@code organization} that {@code key} is not for. */
    static void check(PersonalApiKey key, OrganizationId organization, String scope) {
        checkOutsideProjects(key);
        checkOrganization(key, organization);
        checkScope(key, scope);
    }

    /** Ends a request to no project that {@code key}, which is for some projects only, may not make. */
    static void checkOutsideProjects(PersonalApiKey key) {
        if (!key.projects().isEmpty()) {
            throw forbidden("API keys with scoped projects are only supported on project-based endpoints.");
        }
    }

    static void checkScope(PersonalApiKey key, String scope) {
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
