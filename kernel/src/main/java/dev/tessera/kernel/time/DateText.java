package dev.tessera.kernel.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        return relative.isPresent() ? relative.map(Relative::new) : Absolutes.parse(text);
    }

    /** Whether the date moves with the clock. */
    default boolean isRelative() {
        return this instanceof Relative;
    }

    /** Whether the date stands still. */
    default boolean isAbsolute() {
        return this instanceof Local || this instanceof Exact;
    }

    /** The form of absolute dates: unpadded parts are fine, a blank may stand for the {@code T}. */
    final class Absolutes {
        private static final Pattern FORM = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
                + "(?:[T ]([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2})(?:[.,]([0-9]{1,9}))?)?"
                + "(Z|z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?");

        private Absolutes() {}

        private static Optional<DateText> parse(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            try {
                LocalDateTime dateTime = LocalDateTime.of(
                        number(matcher, 1),
                        number(matcher, 2),
                        number(matcher, 3),
                        number(matcher, 4),
                        number(matcher, 5),
                        number(matcher, 6),
                        nanos(matcher));
                String offset = matcher.group(8);
                return Optional.of(
                        offset == null
                                ? new Local(dateTime)
                                : new Exact(dateTime.toInstant(ZoneOffset.of(offset.equals("z") ? "Z" : offset))));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        private static int number(Matcher matcher, int group) {
            return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
        }

        private static int nanos(Matcher matcher) {
            String digits = matcher.group(7);
            // Microseconds are the precision of every store.
            return digits == null ? 0 : Integer.parseInt((digits + "000000").substring(0, 6)) * 1_000;
        }
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
