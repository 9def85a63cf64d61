package dev.tessera.app.definitions;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import java.util.Optional;
import java.util.UUID;

/** Keeps the definitions of events. Whatever does not belong to the given project does not exist. */
public interface EventDefinitionStore {
    /** Some of the definitions that {@code filter} lets through. */
    Page<EventDefinition> list(ProjectId project, EventDefinitionFilter filter, PageRequest page);

    Optional<EventDefinition> find(ProjectId project, UUID id);

    /** Like {@link #find}; nobody else changes what people note before the open transaction ends. */
    Optional<EventDefinition> lock(ProjectId project, UUID id);

    /** How many there are. */
    long count(ProjectId project);

    /**
     * Stores a definition without events yet, and gives it its id.
     *
     * @throws dev.tessera.kernel.tx.DuplicateException when there is one of this name
     */
    EventDefinition create(ProjectId project, String name, Optional<String> primaryProperty, Notes notes);

    /** Stores what people note about a definition, and nothing that events tell. */
    void update(ProjectId project, EventDefinition definition);

    /** Removes a definition, with what is known of the properties on such events. */
    void delete(ProjectId project, UUID id);
}
