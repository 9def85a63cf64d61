package dev.tessera.server;

import dev.tessera.app.persons.DistinctId;
import dev.tessera.app.persons.FoundPersons;
import dev.tessera.app.persons.PersonChanges;
import dev.tessera.app.persons.PersonStore;
import dev.tessera.events.EventKey;
import dev.tessera.events.EventStore;
import dev.tessera.events.StoredEvent;
import dev.tessera.kernel.id.EventSequence;
import dev.tessera.kernel.time.Clock;
import dev.tessera.query.plan.EarliestPlan;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.plan.SeriesRow;
import dev.tessera.query.plan.ValuesPlan;
import dev.tessera.server.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server as a program that ends without a word while it applies the first events it gets. */
final class HaltingServer {
    static final int HALTED = 86;

    private HaltingServer() {}

    /** Where it ends. */
    enum Point {
        /** The metadata store has the events' persons, the event store has no event of them. */
        BETWEEN_THE_COMMITS,
        /** The event store has the events, and what was committed to the metadata store was never there. */
        AFTER_A_COMMIT_THAT_IS_LOST
    }

    /** Runs until it halts at the point that the argument names. */
    public static void main(String[] arguments) throws InterruptedException {
        Point point = Point.valueOf(arguments[0]);
        Server.start(
                Settings.read(System.getenv(), Path.of("none")),
                Clock.system(),
                stores -> new Stores(
                        stores.database(),
                        new HaltingPersons(stores.persons(), point),
                        stores.groups(),
                        new HaltingEvents(stores.events(), point),
                        stores.journalFiles()));
    }

    private static void halt() {
        Runtime.getRuntime().halt(HALTED);
    }

    private record HaltingPersons(PersonStore store, Point point) implements PersonStore {
        @Override
        public long appliedPosition() {
            return store.appliedPosition();
        }

        @Override
        public FoundPersons find(List<DistinctId> ids, long bytes) {
            return store.find(ids, bytes);
        }

        @Override
        public void store(PersonChanges changes) {
            switch (point) {
                case BETWEEN_THE_COMMITS -> store.store(changes);
                case AFTER_A_COMMIT_THAT_IS_LOST -> {}
            }
        }

        @Override
        public void apply(PersonChanges changes, long position) {
            switch (point) {
                case BETWEEN_THE_COMMITS -> store.apply(changes, position);
                case AFTER_A_COMMIT_THAT_IS_LOST -> {}
            }
        }
    }

    private record HaltingEvents(EventStore store, Point point) implements EventStore {
        @Override
        public long appliedPosition() {
            return store.appliedPosition();
        }

        @Override
        public void append(List<StoredEvent> events, long position) {
            switch (point) {
                case BETWEEN_THE_COMMITS -> {}
                case AFTER_A_COMMIT_THAT_IS_LOST -> store.append(events, position);
            }
            halt();
        }

        @Override
        public Map<EventKey, EventSequence> find(Collection<EventKey> keys) {
            return store.find(keys);
        }

        @Override
        public void forEachKey(KeyVisitor visitor) {
            store.forEachKey(visitor);
        }

        @Override
        public List<SeriesRow> series(SeriesPlan plan, Duration timeout) {
            return store.series(plan, timeout);
        }

        @Override
        public List<String> values(ValuesPlan plan, Duration timeout) {
            return store.values(plan, timeout);
        }

        @Override
        public Optional<Instant> earliest(EarliestPlan plan, Duration timeout) {
            return store.earliest(plan, timeout);
        }

        @Override
        public void maintain() {
            store.maintain();
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
