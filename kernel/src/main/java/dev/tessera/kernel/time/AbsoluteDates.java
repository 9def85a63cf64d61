package dev.tessera.kernel.time;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ISO dates; unpadded parts are fine, and a blank may stand for the {@code T}. */
final class AbsoluteDates {
    private static final Pattern FORM = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
            + "(?:[T ]([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2})(?:[.,]([0-9]{1,9}))?)?"
            + "(Z|z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?");

    private AbsoluteDates() {}

    static Optional<DateText> parse(String text) {
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
                            ? new DateText.Local(dateTime)
                            : new DateText.Exact(dateTime.toInstant(ZoneOffset.of(offset.equals("z") ? "Z" : offset))));
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
