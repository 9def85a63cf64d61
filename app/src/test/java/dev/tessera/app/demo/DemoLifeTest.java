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
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DemoLifeTest {
    private static final String END = "2026-07-15T14:20:00Z";
    private static final World WORLD = new World(19, Story.endingAt(Instant.parse(END)));
    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<CapturedEvent> arrived = new LinkedBlockingQueue<>();

    @Test
    void sendsWhatHappensNextAsOfNow() throws InterruptedException {
        SettableClock clock = new SettableClock(END);
        try (DemoLife life = life(clock, arrived::addAll)) {
            life.start();
            Deed next = WORLD.between(clock.now(), clock.now().plus(Duration.ofHours(6)))
                    .deed(0);
            CapturedEvent event = take();
            assertThat(event.event()).isEqualTo(next.event());
            assertThat(event.distinctId()).isEqualTo(next.distinctId());
            assertThat(event.properties()).isEqualTo(next.properties());
            assertThat(event.timestamp()).isEqualTo(clock.now()).isNotEqualTo(next.timestamp());
            assertThat(event.uuid()).isNotEqualTo(next.uuid());
            assertThat(take().uuid()).isNotEqualTo(event.uuid());
        }
    }

    @Test
    void firstMakesUpForTheTimeInWhichTheServerWasStoppedUnderTheSameIdsEachTime() throws InterruptedException {
        SettableClock clock = new SettableClock(END);
        clock.advance(Duration.ofDays(5));
        List<CapturedEvent> missed = WORLD.between(Instant.parse(END), clock.now())
                .deeds()
                .map(it -> new CapturedEvent(
                        it.uuid(),
                        it.event(),
                        it.distinctId(),
                        it.timestamp(),
                        it.properties(),
                        it.set(),
                        it.setOnce()))
                .toList();
        assertThat(missed).hasSizeGreaterThan(5_000);
        try (DemoLife life = life(clock, arrived::addAll)) {
            life.start();
            assertThat(take(missed.size())).isEqualTo(missed);
            assertThat(take().timestamp()).isEqualTo(clock.now());
        }
    }

    @Test
    void triesAgainWhatCouldNotBeStored() throws InterruptedException {
        AtomicBoolean works = new AtomicBoolean();
        Arrivals failsOnce = events -> {
            if (!works.getAndSet(true)) {
                throw new IllegalStateException("the journal is full");
            }
            arrived.addAll(events);
        };
        SettableClock clock = new SettableClock(END);
        try (DemoLife life = life(clock, failsOnce)) {
            life.start();
            assertThat(take().properties())
                    .isEqualTo(WORLD.between(clock.now(), clock.now().plus(Duration.ofHours(6)))
                            .deed(0)
                            .properties());
        }
    }

    private static DemoLife life(SettableClock clock, Arrivals arrivals) {
        return new DemoLife(WORLD, arrivals, clock, new SplittableRandom(1));
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
