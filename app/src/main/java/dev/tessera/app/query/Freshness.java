package dev.tessera.app.query;

import dev.tessera.kernel.time.DateRange;
import dev.tessera.kernel.time.Interval;
import dev.tessera.query.nodes.Query;
import dev.tessera.query.nodes.TrendsQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * How old a result may become (spec/insights-and-query-api.md 3.4 and 3.5), seen from one moment.
 *
 * @param targetAge when the result stops being fresh; empty when it never does
 */
record Freshness(Question question, Computed computed, Instant now, Optional<Instant> targetAge) {
    /** A range that ended this long before its events were counted does not change any more. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private static final Duration REFRESH_DISTANCE = Duration.ofMinutes(15);
    private static final Duration SHORT_REFRESH_DISTANCE = Duration.ofMinutes(3);
    private static final int SHORT_RANGE_DAYS = 7;

    static Freshness of(Question question, Computed computed, Instant now) {
        boolean closed = end(question, now).isBefore(computed.lastRefresh().minus(SETTLED));
        return new Freshness(
                question,
                computed,
                now,
                closed
                        ? Optional.empty()
                        : Optional.of(computed.lastRefresh()
                                .plus(allowedAge(question.query().interval()))));
    }

    /** Whether the result may be shown to those who want a fresh one. */
    boolean isFresh() {
        return targetAge.isEmpty() || !now.isAfter(targetAge.get());
    }

    Answer.Result answer(boolean cached) {
        return new Answer.Result(
                question.cacheKey(),
                computed.response(),
                computed.footprint().heapBytes(),
                cached,
                computed.lastRefresh(),
                targetAge,
                computed.lastRefresh().plus(refreshDistance()));
    }

    /** The end of the range as the query means it now: "yesterday" ends a day later than it did a day ago. */
    private static Instant end(Question question, Instant now) {
        ZonedDateTime zoned = now.atZone(question.project().timezone());
        return switch (question.query()) {
            case TrendsQuery it -> it.dateRange().resolve(zoned).to().toInstant();
        };
    }

    private static Duration allowedAge(Interval interval) {
        return switch (interval) {
            case MINUTE -> Duration.ofMinutes(5);
            case HOUR -> Duration.ofHours(1);
            case DAY -> Duration.ofHours(6);
            case WEEK, MONTH -> Duration.ofHours(24);
        };
    }

    private Duration refreshDistance() {
        Query query = question.query();
        DateRange range = computed.range();
        boolean shortRange = !range.to().isAfter(range.from().plusDays(SHORT_RANGE_DAYS));
        return query.interval() == Interval.HOUR || shortRange ? SHORT_REFRESH_DISTANCE : REFRESH_DISTANCE;
    }
}
