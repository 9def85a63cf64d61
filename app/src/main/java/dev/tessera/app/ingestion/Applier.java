package dev.tessera.app.ingestion;

import dev.tessera.app.persons.DistinctId;
import dev.tessera.events.EventStore;
import dev.tessera.events.SeenKeys;
import dev.tessera.events.StoredEvent;
import dev.tessera.events.journal.Journal;
import dev.tessera.events.journal.JournalRecord;
import dev.tessera.kernel.id.PersonId;
import dev.tessera.kernel.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the journal in order into the stores: deduplication, then persons and definitions (one transaction), then events
 * (another).
 *
 * <p>Each store keeps the journal position that it contains in the transaction of its data. After a crash, or after a
 * store failed, the applier starts again from the smaller position and gives each store only what it lacks, with the
 * same sequences and so the same person ids: applying twice changes nothing. A failure is retried until it is gone, an
 * {@link Error} too: drivers throw them when a connection breaks, and nobody would start an ended thread again.
 *
 * <p>What a group takes in memory is bounded, whatever was sent (docs/decisions/0012-memory-of-ingestion.md): a group that
 * took too much would take it again at every start.
 */
public final class Applier implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Applier.class);
    private static final long IDLE_MILLIS = 500;
    private static final long FIRST_RETRY_MILLIS = 50;
    private static final long LAST_RETRY_MILLIS = 2_000;

    private final Journal journal;
    private final EventStore events;
    private final MetadataStep metadata;
    private final Clock clock;
    private final IngestionObserver observer;
    private final SeenKeys seen;
    private final Deduplication deduplication;
    private final Instant startedAt;
    private final Thread thread = new Thread(this::applyUntilStopped, "applier");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile long applied;
    private volatile @Nullable Instant pendingSince;
    private volatile boolean stopping;
    private volatile boolean failing;

    /**
     * An applier that is not started.
     *
     * @param seen an empty filter of the keys that {@code events} has
     */
    public Applier(
            Journal journal,
            EventStore events,
            MetadataStep metadata,
            SeenKeys seen,
            Clock clock,
            IngestionObserver observer) {
        this.journal = journal;
        this.events = events;
        this.metadata = metadata;
        this.seen = seen;
        this.clock = clock;
        this.observer = observer;
        this.startedAt = clock.now();
        this.deduplication = new Deduplication(events, seen);
    }

    /** Starts to apply; returns at once. */
    public void start() {
        applied = Math.max(journal.start(), Math.min(metadata.appliedPosition(), events.appliedPosition()));
        thread.start();
    }

    /** Both stores contain everything before this journal position. */
    public long appliedPosition() {
        return applied;
    }

    /** Whether the last attempt to apply, or to tidy up, failed: a store is away or full. */
    public boolean failing() {
        return failing
                || (thread.getState() == Thread.State.TERMINATED && !stopping); // The latter only if interrupted.
    }

    /**
     * How long the oldest record that is not yet applied has waited, zero when there is none. Time before this process
     * started does not count: the wait after an outage is not overload.
     */
    public Duration lag() {
        Instant since = pendingSince;
        return since == null ? Duration.ZERO : Duration.between(since, clock.now());
    }

    /**
     * Waits until both stores contain everything before {@code position}.
     *
     * @return false when that took longer than {@code timeout}
     */
    public boolean awaitApplied(long position, Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (applied < position) {
                if (left <= 0) {
                    return false;
                }
                left = advanced.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Stops after the group under way. What is not applied stays in the journal and is applied at the next start. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void applyUntilStopped() {
        long wait = FIRST_RETRY_MILLIS;
        boolean remembered = false;
        while (!stopping) {
            try {
                if (!remembered) {
                    events.forEachKey(seen::add);
                    remembered = true;
                }
                followJournal();
                wait = FIRST_RETRY_MILLIS;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                wait = failing ? Math.min(2 * wait, LAST_RETRY_MILLIS) : FIRST_RETRY_MILLIS;
                logFailure(e, wait);
                failing = true;
                if (pendingSince == null && journal.end() > applied) {
                    pendingSince = clock.now();
                }
                pause(wait);
            }
        }
    }

    /** The first failure of an outage says where, the others only that it goes on. */
    private void logFailure(Throwable failure, long wait) {
        if (failing) {
            log.error("Events wait in the journal: {}; trying again in {} ms", failure.getMessage(), wait);
        } else {
            log.error("Events wait in the journal: a store failed, trying again in {} ms", wait, failure);
        }
    }

    private void followJournal() throws InterruptedException {
        metadata.forget();
        Positions positions = new Positions(metadata.appliedPosition(), events.appliedPosition());
        if (positions.smaller() > 0 && positions.smaller() < journal.start()) {
            throw new IllegalStateException("The journal begins at " + journal.start()
                    + ", but a store contains events only up to " + positions.smaller()
                    + ": it was exchanged for an older one. Stop the server and restore it from a later backup");
        }
        long position = Math.max(journal.start(), positions.smaller());
        advanceTo(position); // A commit that was reported as failed may have happened, and nothing be left to do.
        try (Journal.Reader reader = journal.reader(position)) {
            while (!stopping) {
                positions = followRecord(reader, positions);
            }
        }
    }

    private Positions followRecord(Journal.Reader reader, Positions positions) throws InterruptedException {
        Optional<JournalRecord> record = reader.next(0);
        if (record.isEmpty()) {
            pendingSince = null;
            record = reader.next(IDLE_MILLIS);
        }
        if (record.isPresent()) {
            pendingSince = later(record.get().receivedAt(), startedAt);
            Group group = Group.startingWith(record.get(), reader);
            apply(group, positions);
            advanceTo(group.end());
            positions = positions.advancedTo(group.end());
        }
        events.maintain();
        failing = false;
        return positions;
    }

    private void apply(Group group, Positions positions) {
        List<PendingEvent> first = deduplication.firstOnly(group.events());
        List<PendingEvent> lacking = first.stream()
                .filter(event -> event.recordEnd() > positions.smaller())
                .toList();
        Map<DistinctId, PersonId> people = metadata.apply(lacking, positions.metadata(), group.end());
        if (group.end() > positions.events()) {
            List<PendingEvent> fresh = lacking.stream()
                    .filter(event -> event.recordEnd() > positions.events())
                    .toList();
            deduplication.remember(fresh);
            events.append(stored(fresh, people), group.end());
            observer.applied(fresh.size(), group.events().size() - fresh.size());
        }
    }

    private static List<StoredEvent> stored(List<PendingEvent> events, Map<DistinctId, PersonId> people) {
        List<StoredEvent> stored = new ArrayList<>(events.size());
        for (PendingEvent event : events) {
            PersonId person = people.get(event.distinctId());
            if (person == null) {
                throw new IllegalStateException("Every distinct id of the group was resolved");
            }
            stored.add(event.of(person));
        }
        return stored;
    }

    private void advanceTo(long position) {
        lock.lock();
        try {
            applied = Math.max(applied, position);
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
        journal.release(position);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How far each store is. */
    private record Positions(long metadata, long events) {
        long smaller() {
            return Math.min(metadata, events);
        }

        Positions advancedTo(long position) {
            return new Positions(Math.max(metadata, position), Math.max(events, position));
        }
    }
}
