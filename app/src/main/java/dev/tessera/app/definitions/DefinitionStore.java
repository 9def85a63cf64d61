package dev.tessera.app.definitions;

import dev.tessera.kernel.id.ProjectId;

/**
 * Takes in what events tell of definitions.
 *
 * <p>Whoever stores events without the applier calls {@code store.apply(tracker.observe(events))} with a
 * {@link DefinitionTracker} of its own, in the transaction that stores the persons of these events.
 */
public interface DefinitionStore {
    /** What is known of {@code project}. */
    KnownDefinitions known(ProjectId project);

    /**
     * Stores {@code changes} in the open transaction, or in one of its own.
     *
     * <p>An event gets a definition, or the one that it has is told when it was seen last. A property gets a definition, or
     * the one that it has gets a type when it has none; a type that it has stays.
     */
    void apply(DefinitionChanges changes);
}
