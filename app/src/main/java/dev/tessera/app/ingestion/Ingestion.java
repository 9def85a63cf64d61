package dev.tessera.app.ingestion;

import dev.tessera.events.journal.Journal;
import dev.tessera.kernel.id.ProjectId;
import java.time.Duration;
import java.time.Instant;

/** Takes accepted events and keeps the promises about them: what is acknowledged is stored, and is seen. */
public final class Ingestion {
    /** The journal may hold this much that is not yet in the stores (ARCHITECTURE.md, promise 4). */
    private static final long MAX_BACKLOG = 256L << 20;

    /** The stores may be behind by this much. */
    private static final Duration MAX_LAG = Duration.ofSeconds(2);

    private final Journal journal;
    private final Applier applier;
    private final AcceptanceObserver observer;

    public Ingestion(Journal journal, Applier applier, AcceptanceObserver observer) {
        this.journal = journal;
        this.applier = applier;
        this.observer = observer;
    }

    /**
     * Stores the events of one request, of which there is at least one; when this returns they survive a kill and a power cut.
     *
     * @param receivedAt when the request came
     * @throws dev.tessera.events.journal.JournalException when they could not be stored; then none is
     */
    public void accept(ProjectId project, AcceptedEvents events, Instant receivedAt) throws InterruptedException {
        journal.append(receivedAt, events.records(project));
        observer.accepted(project);
    }

    /** Whether new events should be refused for now because the stores cannot keep up. */
    public boolean overloaded() {
        return backlog() > MAX_BACKLOG || applier.lag().compareTo(MAX_LAG) > 0;
    }

    /** Bytes in the journal that are not yet in the stores. */
    public long backlog() {
        return Math.max(0, journal.end() - applier.appliedPosition());
    }

    /** How long the oldest event that is not yet in the stores has waited. */
    public Duration lag() {
        return applier.lag();
    }

    /**
     * Waits until everything acknowledged before this call is in the stores.
     *
     * @return false when that took longer than {@code timeout}
     */
    public boolean awaitAcknowledged(Duration timeout) throws InterruptedException {
        return applier.awaitApplied(journal.end(), timeout);
    }
}
