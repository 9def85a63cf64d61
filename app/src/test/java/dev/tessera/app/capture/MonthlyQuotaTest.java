package dev.tessera.app.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.query.FakeEventStore;
import dev.tessera.events.EventStoreException;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.time.SettableClock;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.plan.SeriesRow;
import dev.tessera.query.plan.TimeBounds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MonthlyQuotaTest {
    private static final ProjectId PROJECT = new ProjectId(1);

    private final SettableClock clock = new SettableClock("2026-12-31T23:59:59Z");
    private final AtomicLong nanos = new AtomicLong();
    private final FakeEventStore events = new FakeEventStore();
    private final List<SeriesPlan> asked = new ArrayList<>();
    private final MonthlyQuota quota = new MonthlyQuota(events, 100, clock, nanos::get, Runnable::run);

    @Test
    void isUsedUpFromTheLastEventOn() {
        stored(99);
        assertThat(quota.isUsedUp(PROJECT)).isFalse();
        stored(100);
        passes(Duration.ofMinutes(2));
        quota.isUsedUp(PROJECT); // Has it counted again.
        assertThat(quota.isUsedUp(PROJECT)).isTrue();
    }

    @Test
    void countsTheEventsOfTheMonthOncePerMinute() {
        stored(0);
        for (int i = 0; i < 100; i++) {
            quota.isUsedUp(PROJECT);
        }
        assertThat(asked).singleElement().satisfies(it -> {
            assertThat(it.project()).isEqualTo(PROJECT);
            assertThat(it.time())
                    .isEqualTo(new TimeBounds(
                            Instant.parse("2026-12-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z")));
        });
        passes(Duration.ofMinutes(2));
        quota.isUsedUp(PROJECT);
        assertThat(asked).hasSize(2);
    }

    @Test
    void beginsAnewWithAMonth() {
        stored(100);
        assertThat(quota.isUsedUp(PROJECT)).isTrue();
        stored(0);
        clock.advance(Duration.ofSeconds(1));
        assertThat(quota.isUsedUp(PROJECT)).isFalse();
    }

    @Test
    void keepsItsLastAnswerWhileNobodyCanCount() {
        stored(100);
        assertThat(quota.isUsedUp(PROJECT)).isTrue();
        events.answerWith(_ -> {
            throw new EventStoreException("The store is away", new IllegalStateException());
        });
        passes(Duration.ofMinutes(2));
        quota.isUsedUp(PROJECT);
        assertThat(quota.isUsedUp(PROJECT)).isTrue();
        assertThat(quota.isUsedUp(new ProjectId(2))).as("never counted").isFalse();
    }

    private void stored(int count) {
        events.answerWith(plan -> {
            asked.add(plan);
            return List.of(new SeriesRow(0, List.of(), count));
        });
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
