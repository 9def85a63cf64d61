package dev.tessera.kernel.time;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A date range as asked for, with what decides how it is rounded (spec/queries-trends.md 3.2 to 3.6).
 *
 * @param explicit the dates are to be taken as they are
 * @param toTheSecond a relative start is not rounded down and an absent end is now: the single-number display
 */
public record DateRangeRequest(DateText from, DateText to, boolean explicit, Interval interval, boolean toTheSecond) {
    private static final int DEFAULT_DAYS = 7;

    public DateRangeRequest {
        if (to instanceof DateText.All) {
            throw new IllegalArgumentException("A range cannot end at \"all\"");
        }
    }

    /** Whether the range starts at the earliest event, so that someone has to look that up. */
    public boolean startsAtEarliestEvent() {
        return from instanceof DateText.All;
    }

    /** The range seen from {@code now} in its zone; {@code all} without any event is the default of seven days. */
    public DateRange resolve(ZonedDateTime now) {
        ZonedDateTime end = end(now);
        ZonedDateTime start = start(now);
        return range(from instanceof DateText.All && start.isAfter(end) ? end : start, end);
    }

    /** The range seen from {@code now} in its zone, where the earliest event happened at {@code earliest}. */
    public DateRange resolve(ZonedDateTime now, Instant earliest) {
        if (!startsAtEarliestEvent()) {
            return resolve(now);
        }
        ZonedDateTime end = end(now);
        ZonedDateTime start = earliest.atZone(now.getZone());
        return range(start.isAfter(end) ? end : start, end);
    }

    private DateRange range(ZonedDateTime start, ZonedDateTime end) {
        Instant upper = end.toInstant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        return new DateRange(start, end, lower(start).toInstant(), upper);
    }

    private ZonedDateTime start(ZonedDateTime now) {
        return switch (from) {
            case DateText.Absent it -> defaultStart(now);
            case DateText.All it -> defaultStart(now);
            case DateText.Relative it -> rounded(it.date(), it.seenFrom(now));
            case DateText.Local it -> it.seenFrom(now);
            case DateText.Exact it -> it.seenFrom(now);
        };
    }

    private static ZonedDateTime defaultStart(ZonedDateTime now) {
        return WallTime.startOfDay(now.toLocalDate().minusDays(DEFAULT_DAYS), now.getZone());
    }

    private ZonedDateTime rounded(RelativeDate date, ZonedDateTime start) {
        if (interval == Interval.MINUTE || toTheSecond) {
            return start.truncatedTo(ChronoUnit.SECONDS);
        }
        return date.unit() == RelativeDate.Unit.HOUR
                ? start.truncatedTo(ChronoUnit.HOURS)
                : WallTime.startOfDay(start.toLocalDate(), start.getZone());
    }

    private ZonedDateTime end(ZonedDateTime now) {
        ZonedDateTime end = to instanceof DateText.Absent ? now : to.seenFrom(now);
        if (explicit || (toTheSecond && to instanceof DateText.Absent)) {
            return end;
        }
        return switch (interval) {
            case DAY, WEEK, MONTH -> WallTime.endOfDay(end.toLocalDate(), end.getZone());
            case HOUR ->
                to.isAbsolute() ? end : end.withMinute(59).withSecond(59).withNano(999_999_000);
            case MINUTE -> to.isAbsolute() ? end : end.withSecond(59).withNano(999_999_000);
        };
    }

    private ZonedDateTime lower(ZonedDateTime start) {
        if (explicit || toTheSecond || (from instanceof DateText.Relative it && keepsStart(it.date()))) {
            return start;
        }
        return switch (interval) {
            case MINUTE -> start.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> start.truncatedTo(ChronoUnit.HOURS);
            case DAY, WEEK -> WallTime.startOfDay(start.toLocalDate(), start.getZone());
            case MONTH -> WallTime.startOfDay(start.toLocalDate().withDayOfMonth(1), start.getZone());
        };
    }

    private boolean keepsStart(RelativeDate date) {
        return interval.isElapsedTime() || (interval == Interval.DAY && date.unit() == RelativeDate.Unit.HOUR);
    }
}
