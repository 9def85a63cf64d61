package dev.tessera.app.ingestion;

import java.util.List;
import java.util.Optional;

/**
 * Keeps something about events in the metadata store, in the transaction that stores the persons of these events.
 *
 * <p>The applier calls it, on one thread. After a crash it may be shown events again that it has seen, and has stored
 * nothing of.
 */
public interface EventWitness {
    /**
     * What is to be stored after {@code events}, in their order; it is run in an open transaction. Empty when that is
     * nothing.
     */
    Optional<Runnable> see(List<ObservedEvent> events);

    /** Forgets what it has in memory: what it was to store may not be stored. */
    void forget();
}
