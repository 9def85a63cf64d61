package dev.tessera.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.demo.world.Deed;
import dev.tessera.app.demo.world.Story;
import dev.tessera.app.demo.world.World;
import dev.tessera.app.ingestion.CapturedEvent;
import dev.tessera.kernel.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoLifeTest {
    private static final String END = "2026-07-15T14:20:00Z";
    private static final World WORLD = new World(19, Story.endingAt(Instant.parse(END)));
    private static final long PATIENCE_SECONDS = 60;

    private final SettableClock clock = new SettableClock(END);
    private final BlockingQueue<CapturedEvent> arrived = new LinkedBlockingQueue<>();
    private final StoredOnce stored = new StoredOnce();

    /** Keeps the first event of every id, as the stores do, and may fail. */
    private class StoredOnce implements Arrivals {
        private final Map<UUID, CapturedEvent> events = new LinkedHashMap<>();

        @Override
        public void accept(List<CapturedEvent> captured) {
            captured.forEach(it -> events.putIfAbsent(it.uuid(), it));
            arrived.addAll(captured);
        }

        @Override
        public Set<UUID> arrived(List<UUID> ids) {
            return ids.stream().filter(events::containsKey).collect(Collectors.toSet());
        }
    }

    @Test
    void sendsWhatHappensNextAsOfNow() throws InterruptedException {
        try (DemoLife life = new DemoLife(WORLD, stored, clock)) {
            life.start();
            Deed next = next();
            CapturedEvent event = take();
            assertThat(event).isEqualTo(captured(next, clock.now()));
            assertThat(event.timestamp()).isNotEqualTo(next.timestamp());
            assertThat(take().uuid()).isNotEqualTo(event.uuid());
        }
    }

    @Test
    void firstMakesUpForTheTimeInWhichTheServerWasStoppedUnderTheSameIdsEachTime() throws InterruptedException {
        clock.advance(Duration.ofDays(5));
        List<CapturedEvent> missed = past();
        assertThat(missed).hasSizeGreaterThan(5_000);
        try (DemoLife life = new DemoLife(WORLD, stored, clock)) {
            life.start();
            assertThat(take(missed.size())).isEqualTo(missed);
            assertThat(take().timestamp()).isEqualTo(clock.now());
        }
    }

    @Test
    void hasAsManyEventsAfterRunningAsIfItHadNeverRun() throws InterruptedException {
        liveFor(Duration.ofHours(6));
        assertThat(stored.events).hasSizeGreaterThan(past().size() + 300);
        liveFor(Duration.ofHours(2));
        clock.advance(Duration.ofDays(2));
        liveFor(Duration.ZERO);
        assertThat(stored.events).hasSize(past().size());
        assertThat(stored.events.values().stream().map(DemoLifeTest::undated))
                .containsExactlyInAnyOrderElementsOf(
                        past().stream().map(DemoLifeTest::undated).toList());
    }

    @Test
    void neitherLosesNorRepeatsAnythingWhereverItIsKilled() throws InterruptedException {
        liveFor(Duration.ofHours(1));
        clock.advance(Duration.ofHours(20));
        assertThat(past()).hasSizeGreaterThan(1_000);
        for (int nth : List.of(1, 2, 3, 30)) {
            killWhileSending(nth, true);
            killWhileSending(nth, false);
        }
        liveFor(Duration.ofMinutes(10));
        List<UUID> all = ids(Instant.parse(END), clock.now().plus(Duration.ofDays(1)));
        assertThat(stored.events).hasSizeGreaterThan(past().size());
        assertThat(stored.events.keySet()).isEqualTo(Set.copyOf(all.subList(0, stored.events.size())));
    }

    @Test
    void goesOnBehindWhatHappenedBeforeItsTimeWithoutWaitingForItAgain() throws InterruptedException {
        liveFor(Duration.ofMinutes(5));
        int missed = past().size();
        int sooner = stored.events.size() - missed;
        assertThat(sooner).isGreaterThan(50);
        arrived.clear();
        try (DemoLife life = new DemoLife(WORLD, stored, clock)) {
            life.start();
            take(missed);
            List<UUID> future = ids(clock.now(), clock.now().plus(Duration.ofDays(1)));
            assertThat(take().uuid()).isEqualTo(future.get(sooner));
        }
    }

    @Test
    void isTwelveHoursAheadAtMostHoweverLongItRuns() throws InterruptedException {
        liveFor(Duration.ofDays(9));
        assertThat(stored.events.keySet())
                .isEqualTo(Set.copyOf(ids(Instant.parse(END), clock.now().plus(Duration.ofHours(12)))));
    }

    @Test
    void triesAgainWhatCouldNotBeStored() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        Arrivals failsAtFirst = new Arrivals() {
            @Override
            public void accept(List<CapturedEvent> events) {
                failAtFirst();
                stored.accept(events);
            }

            @Override
            public Set<UUID> arrived(List<UUID> ids) {
                failAtFirst();
                return stored.arrived(ids);
            }

            private void failAtFirst() {
                if (calls.incrementAndGet() % 2 == 1) {
                    throw new IllegalStateException("the journal is full");
                }
            }
        };
        try (DemoLife life = new DemoLife(WORLD, failsAtFirst, clock)) {
            life.start();
            assertThat(take().properties()).isEqualTo(next().properties());
        }
    }

    /** Lets the clock run for {@code time} beside a demo, which is stopped then. */
    private void liveFor(Duration time) throws InterruptedException {
        Instant until = clock.now().plus(time);
        CountDownLatch over = new CountDownLatch(1);
        try (DemoLife life = new DemoLife(WORLD, stored, clock, (wait, stopped) -> {
            Duration left = Duration.between(clock.now(), until);
            clock.advance(wait.compareTo(left) < 0 ? wait : left);
            if (!clock.now().isBefore(until)) {
                stopped.countDown();
                over.countDown();
            }
        })) {
            life.start();
            await(over);
        }
    }

    /** Starts a demo that ends at once while it sends for the n-th time, once what it sends has arrived or before. */
    private void killWhileSending(int nth, boolean hasArrived) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        Arrivals deadly = new Arrivals() {
            @Override
            public void accept(List<CapturedEvent> events) throws InterruptedException {
                boolean last = calls.incrementAndGet() == nth;
                if (!last || hasArrived) {
                    stored.accept(events);
                }
                if (last) {
                    over.countDown();
                    throw new InterruptedException();
                }
            }

            @Override
            public Set<UUID> arrived(List<UUID> ids) {
                return stored.arrived(ids);
            }
        };
        try (DemoLife life = new DemoLife(WORLD, deadly, clock, (wait, _) -> clock.advance(wait))) {
            life.start();
            await(over);
        }
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private Deed next() {
        return WORLD.between(clock.now(), clock.now().plus(Duration.ofHours(6))).deed(0);
    }

    /** What there would be by now if it had never run. */
    private List<CapturedEvent> past() {
        return WORLD.between(Instant.parse(END), clock.now())
                .deeds()
                .map(it -> captured(it, it.timestamp()))
                .toList();
    }

    private static CapturedEvent captured(Deed deed, Instant timestamp) {
        return new CapturedEvent(
                deed.uuid(), deed.event(), deed.distinctId(), timestamp, deed.properties(), deed.set(), deed.setOnce());
    }

    /** An event apart from when it happened, which is sooner while the demo runs. */
    private static CapturedEvent undated(CapturedEvent event) {
        return new CapturedEvent(
                event.uuid(),
                event.event(),
                event.distinctId(),
                Instant.EPOCH,
                event.properties(),
                event.set(),
                event.setOnce());
    }

    private static List<UUID> ids(Instant from, Instant until) {
        return WORLD.between(from, until).deeds().map(Deed::uuid).toList();
    }

    private CapturedEvent take() throws InterruptedException {
        return take(1).getFirst();
    }

    private List<CapturedEvent> take(int count) throws InterruptedException {
        List<CapturedEvent> taken = new ArrayList<>();
        while (taken.size() < count) {
            CapturedEvent event = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(event).as("event %d", taken.size()).isNotNull();
            taken.add(event);
        }
        return taken;
    }
}
