package dev.tessera.app.definitions;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import java.util.Optional;
import java.util.UUID;

/** Keeps the definitions of properties. Whatever does not belong to the given project does not exist. */
public interface PropertyDefinitionStore {
    /** Some of the definitions that {@code filter} lets through: those seen on its events, then the others, by name. */
    Page<ListedProperty> list(ProjectId project, PropertyDefinitionFilter filter, PageRequest page);

    Optional<PropertyDefinition> find(ProjectId project, UUID id);

    /** Like {@link #find}; nobody else changes the definition before the open transaction ends. */
    Optional<PropertyDefinition> lock(ProjectId project, UUID id);

    /** Stores the type of a property and what people note about it. */
    void update(ProjectId project, PropertyDefinition definition);
}
