package dev.tessera.kernel.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** One end of a date range as a query states it (spec/queries-trends.md 3.2). */
public sealed interface DateText {
    /** Nothing was given. */
    record Absent() implements DateText {}

    /** {@code all}: from the earliest event. */
    record All() implements DateText {}

    /** Counted back from now. */
    record Relative(RelativeDate date) implements DateText {}

    /** Wall time in the project's zone. A time that the clock skips moves forward; the first of a repeated one counts. */
    record Local(LocalDateTime dateTime) implements DateText {}

    /** An instant that stated its own offset. */
    record Exact(Instant instant) implements DateText {}

    /** Reads {@code all}, a relative date, or an ISO date or date and time; empty when it is none of them. */
    static Optional<DateText> parse(String text) {
        if (text.equals("all")) {
            return Optional.of(new All());
        }
        Optional<RelativeDate> relative = RelativeDate.parse(text);
        return relative.isPresent() ? relative.map(Relative::new) : AbsoluteDates.parse(text);
    }

    /** Whether the date moves with the clock. */
    default boolean isRelative() {
        return this instanceof Relative;
    }

    /** Whether the date stands still. */
    default boolean isAbsolute() {
        return this instanceof Local || this instanceof Exact;
    }

    /**
     * The date seen from {@code now}.
     *
     * @throws IllegalStateException for {@link Absent} and {@link All}, which say nothing by themselves
     */
    default ZonedDateTime seenFrom(ZonedDateTime now) {
        ZoneId zone = now.getZone();
        return switch (this) {
            case Relative it -> it.date().from(now);
            case Local it -> it.dateTime().atZone(zone);
            case Exact it -> it.instant().atZone(zone);
            case Absent it -> throw new IllegalStateException("No date: " + it);
            case All it -> throw new IllegalStateException("No date: " + it);
        };
    }
}
