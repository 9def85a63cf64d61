package dev.tessera.app.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.events.EventKey;
import dev.tessera.events.EventStore;
import dev.tessera.events.EventStoreException;
import dev.tessera.events.SeenKeys;
import dev.tessera.events.StoredEvent;
import dev.tessera.events.journal.FileJournal;
import dev.tessera.kernel.id.EventSequence;
import dev.tessera.kernel.time.SettableClock;
import dev.tessera.query.plan.EarliestPlan;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.plan.SeriesRow;
import dev.tessera.query.plan.ValuesPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplierHealthTest {
    private final UntidyStore events = new UntidyStore();

    @TempDir
    Path directory;

    /** A store that only tidies up while nothing arrives, and cannot for a while. */
    @Test
    void isHealthyAgainWithoutANewEventWhenTidyingUpWorksAgain() {
        try (FileJournal journal = FileJournal.open(directory, 1);
                Applier applier = on(journal)) {
            applier.start();
            Await.until("tidying up fails", applier::failing);
            assertThat(applier.lag()).isEqualTo(Duration.ZERO);
            events.full.set(false);
            Await.until("the applier is healthy", () -> !applier.failing());
        }
    }

    /** Drivers throw errors as well, and nobody starts an ended thread again. */
    @Test
    void goesOnAfterAnError() {
        events.broken.set(true);
        events.full.set(false);
        try (FileJournal journal = FileJournal.open(directory, 1);
                Applier applier = on(journal)) {
            applier.start();
            Await.until("the applier fails", applier::failing);
            events.broken.set(false);
            Await.until("the applier is healthy", () -> !applier.failing());
        }
    }

    private Applier on(FileJournal journal) {
        return new Applier(
                journal,
                events,
                new MemoryMetadata().step(),
                new SeenKeys(1 << 20),
                new SettableClock("2026-03-01T10:00:00Z"),
                (_, _) -> {});
    }

    private static final class UntidyStore implements EventStore {
        private final AtomicBoolean full = new AtomicBoolean(true);

        private final AtomicBoolean broken = new AtomicBoolean();

        @Override
        public void maintain() {
            if (broken.get()) {
                throw new NoClassDefFoundError("lost");
            }
            if (full.get()) {
                throw new EventStoreException("No space left on device");
            }
        }

        @Override
        public long appliedPosition() {
            return 0;
        }

        @Override
        public void append(List<StoredEvent> stored, long position) {
            throw new AssertionError("Nothing was accepted");
        }

        @Override
        public Map<EventKey, EventSequence> find(Collection<EventKey> keys) {
            return Map.of();
        }

        @Override
        public void forEachKey(KeyVisitor visitor) {}

        @Override
        public List<SeriesRow> series(SeriesPlan plan, Duration timeout) {
            return List.of();
        }

        @Override
        public Optional<Instant> earliest(EarliestPlan plan, Duration timeout) {
            return Optional.empty();
        }

        @Override
        public List<String> values(ValuesPlan plan, Duration timeout) {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
