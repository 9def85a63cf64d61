package dev.tessera.kernel.time;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The size of a bucket on a time axis (spec/queries-trends.md 1.2 and 3.4). */
public enum Interval {
    /** 60 seconds of elapsed time. */
    MINUTE,
    /** 3,600 seconds of elapsed time. */
    HOUR,
    /** A day of the calendar, whatever its length. */
    DAY,
    /** Seven days of the calendar from the {@link WeekStart}. */
    WEEK,
    /** A month of the calendar. */
    MONTH;

    /** The interval called {@code name} on the wire, such as {@code day}. */
    public static Optional<Interval> named(String name) {
        return Arrays.stream(values()).filter(it -> it.wireName().equals(name)).findFirst();
    }

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether steps count elapsed time ({@code true}) or days of the calendar. */
    public boolean isElapsedTime() {
        return this == MINUTE || this == HOUR;
    }

    /**
     * The length of one step; for a day or a week that of wall time.
     *
     * @throws IllegalStateException for {@link #MONTH}, which has no fixed length
     */
    public Duration length() {
        return switch (this) {
            case MINUTE -> Duration.ofMinutes(1);
            case HOUR -> Duration.ofHours(1);
            case DAY -> Duration.ofDays(1);
            case WEEK -> Duration.ofDays(7);
            case MONTH -> throw new IllegalStateException("A month has no fixed length");
        };
    }
}
