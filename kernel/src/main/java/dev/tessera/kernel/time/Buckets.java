package dev.tessera.kernel.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The buckets of a range: one after the other from the one that {@code range.from} falls into to the one that
 * {@code range.to} falls into (spec/queries-trends.md 3.4).
 *
 * <p>Minutes and hours are elapsed time, so the hour that the clock repeats is a bucket of its own; days, weeks and
 * months are those of the calendar in the zone of the range, so a day of 23 or 25 hours is one bucket.
 */
public record Buckets(DateRange range, Interval interval, WeekStart weekStart) {
    /** How many there are, without making them: 0 when the range is backwards. */
    public long count() {
        if (range.isBackwards()) {
            return 0;
        }
        return switch (interval) {
            case MINUTE, HOUR -> Duration.between(elapsedOrigin(), range.to()).dividedBy(interval.length()) + 1;
            case DAY -> ChronoUnit.DAYS.between(firstDate(), range.to().toLocalDate()) + 1;
            case WEEK ->
                ChronoUnit.WEEKS.between(
                                firstDate(), weekStart.startOf(range.to().toLocalDate()))
                        + 1;
            case MONTH -> ChronoUnit.MONTHS.between(firstDate(), range.to().toLocalDate()) + 1;
        };
    }

    /** The start of each, in the zone of the range. */
    public List<ZonedDateTime> starts() {
        return LongStream.range(0, count()).mapToObj(this::start).toList();
    }

    private ZonedDateTime start(long index) {
        return interval.isElapsedTime()
                ? elapsedOrigin().plus(interval.length().multipliedBy(index))
                : WallTime.startOfDay(date(index), zone());
    }

    /** The first day of the bucket at {@code index}. */
    private LocalDate date(long index) {
        return switch (interval) {
            case MINUTE, HOUR -> start(index).toLocalDate();
            case DAY -> firstDate().plusDays(index);
            case WEEK -> firstDate().plusWeeks(index);
            case MONTH -> firstDate().plusMonths(index);
        };
    }

    /**
     * The index of the bucket that {@code instant} falls into. It is negative or not less than {@link #count} when
     * that bucket is not one of these.
     */
    public long indexOf(Instant instant) {
        LocalDate date = instant.atZone(zone()).toLocalDate();
        return switch (interval) {
            case MINUTE, HOUR -> Math.floorDiv(WallTime.epochMicros(instant) - originMicros(), stepMicros());
            case DAY -> ChronoUnit.DAYS.between(firstDate(), date);
            case WEEK -> ChronoUnit.WEEKS.between(firstDate(), weekStart.startOf(date));
            case MONTH -> ChronoUnit.MONTHS.between(firstDate(), date.withDayOfMonth(1));
        };
    }

    /**
     * Where the first bucket starts, in microseconds since 1970: in UTC for minutes and hours, on the wall clock for
     * days and longer.
     */
    public long originMicros() {
        return interval.isElapsedTime()
                ? WallTime.epochMicros(elapsedOrigin().toInstant())
                : Math.multiplyExact(firstDate().toEpochDay(), 86_400_000_000L);
    }

    /** The length of a bucket in microseconds, on the same clock; months have none. */
    public long stepMicros() {
        return interval.length().toNanos() / 1_000;
    }

    /** The first day of the first bucket, on the wall clock. */
    public LocalDate firstDate() {
        LocalDate date = range.from().toLocalDate();
        return switch (interval) {
            case MINUTE, HOUR, DAY -> date;
            case WEEK -> weekStart.startOf(date);
            case MONTH -> date.withDayOfMonth(1);
        };
    }

    private ZonedDateTime elapsedOrigin() {
        return range.from().truncatedTo(interval == Interval.MINUTE ? ChronoUnit.MINUTES : ChronoUnit.HOURS);
    }

    /** The zone of the range. */
    public ZoneId zone() {
        return range.from().getZone();
    }

    /** The start of each as a text: {@code 2020-01-09}, or {@code 2020-01-09 13:00:00} for minutes and hours. */
    public List<String> days() {
        return LongStream.range(0, count())
                .mapToObj(it -> interval.isElapsedTime() ? BucketTexts.dayTime(start(it)) : BucketTexts.day(date(it)))
                .toList();
    }

    /** What a reader calls each, such as {@code 9-Jan-2020}; a week shows only its part inside the range. */
    public List<String> labels() {
        return LongStream.range(0, count()).mapToObj(this::label).toList();
    }

    private String label(long index) {
        LocalDate date = date(index);
        return switch (interval) {
            case MINUTE, HOUR -> BucketTexts.time(start(index));
            case DAY -> BucketTexts.date(date);
            case WEEK ->
                BucketTexts.week(
                        later(date, range.from().toLocalDate()),
                        earlier(date.plusDays(6), range.to().toLocalDate()));
            case MONTH -> BucketTexts.month(date);
        };
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
