package dev.tessera.app.access;

import dev.tessera.app.http.Fields;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.util.Optional;

/** Reads which project a user wants to be in: the project switcher (spec/access.md 6.2). */
final class CurrentPlace {
    static final String ORGANIZATION = "set_current_organization";
    static final String PROJECT = "set_current_team";

    private final OrganizationStore organizations;
    private final ProjectStore projects;

    CurrentPlace(OrganizationStore organizations, ProjectStore projects) {
        this.organizations = organizations;
        this.projects = projects;
    }

    /**
     * The project that {@code fields} name for {@code user}, itself or as the first one of its organization; empty when they
     * name none.
     *
     * @throws ProblemException {@link Problem.Invalid} when the user cannot see it
     */
    Optional<Project> wanted(User user, Fields fields) {
        Optional<OrganizationId> organization = text(fields, ORGANIZATION).map(it -> organization(user, it));
        Optional<Project> project = text(fields, PROJECT).map(it -> project(user, it));
        if (organization.isEmpty()) {
            return project;
        }
        if (project.isEmpty()) {
            return Optional.of(firstOf(organization.get()));
        }
        return project.filter(it -> it.organization().equals(organization.get()))
                .or(() -> {
                    throw ProblemException.invalid(
                            "Team must belong to the same organization in set_current_organization.", PROJECT);
                });
    }

    private static Optional<String> text(Fields fields, String name) {
        return fields.value(name).map(it -> it.asString(""));
    }

    private OrganizationId organization(User user, String id) {
        return OrganizationId.parse(id).filter(it -> isMember(user, it)).orElseThrow(() -> absent(id, ORGANIZATION));
    }

    private Project project(User user, String id) {
        return Guard.projectId(id)
                .flatMap(projects::find)
                .filter(it -> isMember(user, it.organization()))
                .orElseThrow(() -> absent(id, PROJECT));
    }

    private Project firstOf(OrganizationId organization) {
        return projects.of(organization).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("This organization has no project.", ORGANIZATION));
    }

    private boolean isMember(User user, OrganizationId organization) {
        return organizations.membership(user.id(), organization).isPresent();
    }

    private static ProblemException absent(String id, String attr) {
        return new ProblemException(
                new Problem.Invalid("does_not_exist", "Object with id=" + id + " does not exist.", attr));
    }
}
