package dev.tessera.app.ingestion;

import dev.tessera.kernel.id.ProjectId;

/** Is told of events that were accepted, on the thread of their request; it must neither wait nor fail. */
@FunctionalInterface
public interface AcceptanceObserver {
    /** Events of {@code project} are in the journal. */
    void accepted(ProjectId project);
}
