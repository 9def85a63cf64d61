package dev.tessera.events;

import dev.tessera.kernel.id.EventSequence;
import dev.tessera.query.plan.EarliestPlan;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.plan.SeriesRow;
import dev.tessera.query.plan.ValuesPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps events and answers questions about them.
 *
 * <p>One writer (the applier) calls {@link #append}, {@link #forEachKey} and {@link #maintain}; any thread may query, and
 * {@link #find}, which waits for the writer. Every failure of the engine is an {@link EventStoreException},
 * or said at the method, after which the store heals itself: a later
 * call works again once the cause is gone.
 */
public interface EventStore extends AutoCloseable {
    /** The end of the last journal record that the store contains, 0 when it has none. */
    long appliedPosition();

    /**
     * Stores events and the journal position up to which the store is then complete, in one transaction.
     *
     * @param events new events; the caller has left out those already stored
     * @param position the end of the last journal record applied, never smaller than {@link #appliedPosition}
     */
    void append(List<StoredEvent> events, long position);

    /** Those of {@code keys} that are stored, with the sequence under which they are. */
    Map<EventKey, EventSequence> find(Collection<EventKey> keys);

    /** Calls {@code visitor} with the key of every stored event, in no order; used to rebuild filters at start. */
    void forEachKey(KeyVisitor visitor);

    /**
     * The answer to {@code plan}, its rows in no particular order.
     *
     * @param timeout for the query and the wait for its turn
     * @throws QueryTimeoutException when it took longer; then it is stopped
     * @throws QueryMemoryException when it needed more memory than the engine may use
     * @throws AnswerTooLargeException when its breakdown values are too long to keep in memory
     */
    List<SeriesRow> series(SeriesPlan plan, Duration timeout);

    /**
     * When the first event that {@code plan} asks for happened, or empty when there is none.
     *
     * @param timeout for the query and the wait for its turn
     * @throws QueryTimeoutException when it took longer; then it is stopped
     * @throws QueryMemoryException when it needed more memory than the engine may use
     */
    Optional<Instant> earliest(EarliestPlan plan, Duration timeout);

    /**
     * The values that {@code plan} asks for, in their order.
     *
     * @param timeout for the query and the wait for its turn
     * @throws QueryTimeoutException when it took longer; then it is stopped
     * @throws QueryMemoryException when it needed more memory than the engine may use
     */
    List<String> values(ValuesPlan plan, Duration timeout);

    /** Lets the engine tidy up if it has reason to; called by the applier between batches, may take a second. */
    void maintain();

    @Override
    void close();

    /** Takes the keys of stored events without making an object for each. */
    @FunctionalInterface
    interface KeyVisitor {
        void visit(long project, long uuidHigh, long uuidLow);
    }
}
