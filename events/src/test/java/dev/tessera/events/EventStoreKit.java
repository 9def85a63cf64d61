package dev.tessera.events;

import static dev.tessera.events.SampleEvents.PROJECT;
import static dev.tessera.events.SampleEvents.event;
import static dev.tessera.events.SampleEvents.events;
import static dev.tessera.events.SampleEvents.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.id.EventSequence;
import dev.tessera.kernel.id.ProjectId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every event store does, whichever engine it runs on. */
public abstract class EventStoreKit {
    private static final ProjectId OTHER_PROJECT = new ProjectId(2);

    @TempDir
    Path directory;

    private final AtomicBoolean failing = new AtomicBoolean();
    private EventStore store;

    /** The store kept in {@code directory}, whose writes fail right before they are committed while {@code failing}. */
    protected abstract EventStore open(Path directory, AtomicBoolean failing);

    @BeforeEach
    void openStore() {
        store = open(directory, failing);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private void reopen() {
        store.close();
        store = open(directory, failing);
    }

    @Test
    void startsEmptyAtPositionZero() {
        assertThat(store.appliedPosition()).isZero();
        assertThat(keys()).isEmpty();
        assertThat(store.find(List.of(event(1).key()))).isEmpty();
    }

    @Test
    void keepsEventsAndPositionWhenReopened() {
        store.append(events(1, 101), 5_000);
        reopen();
        assertThat(store.appliedPosition()).isEqualTo(5_000);
        assertThat(keys())
                .containsExactlyInAnyOrderElementsOf(
                        events(1, 101).stream().map(StoredEvent::key).toList());
    }

    @Test
    void takesABatchWithoutEventsToMoveThePosition() {
        store.append(List.of(), 700);
        reopen();
        assertThat(store.appliedPosition()).isEqualTo(700);
        assertThat(keys()).isEmpty();
    }

    @Test
    void neverMovesThePositionBack() {
        store.append(events(1, 2), 700);
        assertThatThrownBy(() -> store.append(events(2, 3), 699)).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.appliedPosition()).isEqualTo(700);
        assertThat(keys()).hasSize(1);
    }

    @Test
    void findsWhatIsStoredWithItsSequence() {
        store.append(events(1, 11), 100);
        assertThat(store.find(List.of(event(3).key(), event(10).key(), event(11).key())))
                .containsOnlyKeys(event(3).key(), event(10).key())
                .containsEntry(event(3).key(), new EventSequence(3))
                .containsEntry(event(10).key(), new EventSequence(10));
    }

    @Test
    void findsNothingWhenAskedForNothing() {
        store.append(events(1, 11), 100);
        assertThat(store.find(List.of())).isEmpty();
    }

    @Test
    void findsManyAtOnceAndAnyNumberOfTimes() {
        store.append(events(1, 13_001), 100);
        List<EventKey> asked = new ArrayList<>();
        for (long number = 1_001; number < 14_001; number++) {
            asked.add(new EventKey(PROJECT, uuid(number)));
        }
        assertThat(store.find(asked)).hasSize(12_000);
        assertThat(store.find(asked)).hasSize(12_000);
    }

    @Test
    void toleratesTheSameKeyAskedTwice() {
        store.append(events(1, 3), 100);
        assertThat(store.find(List.of(event(1).key(), event(1).key()))).hasSize(1);
    }

    @Test
    void findsWhatIsStoredInAnyThreadWhileTheWriterAppends() throws Exception {
        store.append(events(1, 11), 100);
        List<EventKey> asked = events(1, 11).stream().map(StoredEvent::key).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> appending = threads.submit(() -> {
                for (long batch = 1; batch <= 50; batch++) {
                    store.append(events(1 + batch * 10, 11 + batch * 10), 100 + batch);
                }
            });
            while (!appending.isDone()) {
                assertThat(store.find(asked)).hasSize(10);
            }
            appending.get();
        }
        assertThat(store.appliedPosition()).isEqualTo(150);
        assertThat(keys()).hasSize(510).doesNotHaveDuplicates();
    }

    @Test
    void keepsTheSameUuidOfTwoProjectsApart() {
        store.append(List.of(event(1), event(OTHER_PROJECT, 1)), 100);
        assertThat(keys())
                .containsExactlyInAnyOrder(
                        event(1).key(), event(OTHER_PROJECT, 1).key());
        assertThat(store.find(List.of(event(OTHER_PROJECT, 1).key())))
                .containsOnlyKeys(event(OTHER_PROJECT, 1).key());
        store.append(List.of(event(2)), 200);
        assertThat(store.find(List.of(event(OTHER_PROJECT, 2).key()))).isEmpty();
    }

    @Test
    void keepsEveryBitOfAUuid() {
        List<StoredEvent> extremes = new ArrayList<>();
        long number = 1;
        for (long high : new long[] {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            for (long low : new long[] {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
                extremes.add(withUuid(event(number++), new UUID(high, low)));
            }
        }
        store.append(extremes, 100);
        List<EventKey> all = extremes.stream().map(StoredEvent::key).toList();
        assertThat(keys()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(store.find(all)).hasSize(all.size());
    }

    @Test
    void aFailedAppendLeavesNothingAndCanBeRepeated() {
        store.append(events(1, 11), 100);
        failing.set(true);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> store.append(events(11, 21), 200)).isInstanceOf(EventStoreException.class);
            assertThat(store.appliedPosition()).isEqualTo(100);
            assertThat(keys()).hasSize(10);
        }
        failing.set(false);
        store.append(events(11, 21), 200);
        assertThat(store.appliedPosition()).isEqualTo(200);
        assertThat(keys()).hasSize(20).doesNotHaveDuplicates();
        reopen();
        assertThat(store.appliedPosition()).isEqualTo(200);
        assertThat(keys()).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void aFailedAppendLeavesNothingWhenReopened() {
        store.append(events(1, 11), 100);
        failing.set(true);
        assertThatThrownBy(() -> store.append(events(11, 21), 200)).isInstanceOf(EventStoreException.class);
        reopen();
        assertThat(store.appliedPosition()).isEqualTo(100);
        assertThat(keys()).hasSize(10);
    }

    @Test
    void aVisitorThatFailsHarmsNothing() {
        store.append(events(1, 11), 100);
        assertThatThrownBy(() -> store.forEachKey((_, _, _) -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
        store.append(events(11, 12), 200);
        assertThat(keys()).hasSize(11);
    }

    @Test
    void tidyingUpChangesNothing() {
        for (int batch = 0; batch < 10; batch++) {
            store.append(events(1 + batch * 500L, 501 + batch * 500L), 1_000 + batch);
            store.maintain();
        }
        for (int idle = 0; idle < 10; idle++) {
            store.maintain();
        }
        assertThat(store.appliedPosition()).isEqualTo(1_009);
        assertThat(keys()).hasSize(5_000).doesNotHaveDuplicates();
        reopen();
        assertThat(store.appliedPosition()).isEqualTo(1_009);
        assertThat(keys()).hasSize(5_000).doesNotHaveDuplicates();
    }

    @Test
    void closingTwiceIsHarmless() {
        store.close();
        store.close();
    }

    private List<EventKey> keys() {
        List<EventKey> keys = new ArrayList<>();
        store.forEachKey((project, high, low) -> keys.add(new EventKey(new ProjectId(project), new UUID(high, low))));
        return keys;
    }

    private static StoredEvent withUuid(StoredEvent event, UUID uuid) {
        return new StoredEvent(
                event.project(),
                uuid,
                event.sequence(),
                event.event(),
                event.distinctId(),
                event.person(),
                event.timestamp(),
                event.receivedAt(),
                event.properties());
    }
}
