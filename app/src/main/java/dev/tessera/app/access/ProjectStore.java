package dev.tessera.app.access;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps projects. Names are unique in an organization, whatever their case. */
public interface ProjectStore {
    Optional<Project> find(ProjectId id);

    /** Like {@link #find}, for a writing transaction: until it ends nobody else changes the project. */
    Optional<Project> lock(ProjectId id);

    Optional<Project> findByToken(String token);

    /** Some of the projects of {@code organizations} whose name contains {@code search}, whatever its case, by id. */
    Page<Project> list(Collection<OrganizationId> organizations, String search, PageRequest page);

    /** All projects of {@code organization}, by id. */
    List<Project> of(OrganizationId organization);

    /**
     * Stores a new project and gives it its id.
     *
     * @throws dev.tessera.kernel.tx.DuplicateException when the name or the token is taken
     */
    Project create(NewProject project);

    /**
     * Stores everything of {@code project} that can change.
     *
     * @throws dev.tessera.kernel.tx.DuplicateException when the name is taken
     */
    void update(Project project);

    /** Remembers that an event has come. */
    void markIngested(ProjectId id);
}
