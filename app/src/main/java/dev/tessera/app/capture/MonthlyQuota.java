package dev.tessera.app.capture;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.tessera.events.EventStore;
import dev.tessera.events.EventStoreException;
import dev.tessera.events.QueryMemoryException;
import dev.tessera.events.QueryTimeoutException;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.time.Clock;
import dev.tessera.query.plan.Aggregation;
import dev.tessera.query.plan.Breakdown;
import dev.tessera.query.plan.Condition;
import dev.tessera.query.plan.Grouping;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.plan.SeriesRow;
import dev.tessera.query.plan.TimeBounds;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The same number of events for each project and month, as they happened, in UTC.
 *
 * <p>What counts is what is stored, so an event that comes twice counts once, and nothing is forgotten at a restart. It is
 * counted again once a minute while events come: those of a minute may come beyond the number. While the store cannot count,
 * its last answer stays, and without one nothing is refused.
 */
public final class MonthlyQuota implements EventQuota {
    private static final Logger log = LoggerFactory.getLogger(MonthlyQuota.class);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MAX_PROJECTS = 10_000;

    private final EventStore events;
    private final long most;
    private final Clock clock;
    private final LoadingCache<Month, Long> stored;

    /**
     * A quota of {@code most} events.
     *
     * @param ticker the time by which a count grows old
     * @param background counts again
     */
    public MonthlyQuota(EventStore events, long most, Clock clock, Ticker ticker, Executor background) {
        this.events = events;
        this.most = most;
        this.clock = clock;
        this.stored = Caffeine.newBuilder()
                .executor(background)
                .ticker(ticker)
                .maximumSize(MAX_PROJECTS)
                .refreshAfterWrite(FRESH)
                .build(new Counting());
    }

    private record Month(ProjectId project, YearMonth month) {
        TimeBounds bounds() {
            return new TimeBounds(start(month), start(month.plusMonths(1)));
        }

        private static Instant start(YearMonth month) {
            return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    @Override
    public boolean isUsedUp(ProjectId project) {
        YearMonth now = YearMonth.from(clock.now().atOffset(ZoneOffset.UTC));
        return stored.get(new Month(project, now)) >= most;
    }

    /** How many events of a month are stored; empty when the store cannot tell. */
    private OptionalLong count(Month month) {
        SeriesPlan plan = new SeriesPlan(
                month.project(),
                month.bounds(),
                Condition.always(),
                new Aggregation.CountEvents(),
                new Grouping.Whole(),
                Breakdown.none());
        try {
            double count = events.series(plan, PATIENCE).stream()
                    .mapToDouble(SeriesRow::value)
                    .sum();
            if (count >= most) {
                log.warn(
                        "Project {} has used up its {} events of {}",
                        month.project().value(),
                        most,
                        month.month());
            }
            return OptionalLong.of((long) count);
        } catch (EventStoreException | QueryTimeoutException | QueryMemoryException e) {
            log.warn(
                    "The events of project {} could not be counted: {}",
                    month.project().value(),
                    e.getMessage());
            return OptionalLong.empty();
        }
    }

    private final class Counting implements CacheLoader<Month, Long> {
        @Override
        public Long load(Month month) {
            return count(month).orElse(0);
        }

        @Override
        public Long reload(Month month, Long before) {
            return count(month).orElse(before);
        }
    }
}
