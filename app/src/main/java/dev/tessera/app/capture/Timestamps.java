package dev.tessera.app.capture;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The texts in which senders write an instant (spec/ingestion.md 4.2); without a zone they mean UTC. */
final class Timestamps {
    private static final DateTimeFormatter ISO = withTime(
            new DateTimeFormatterBuilder().parseCaseInsensitive().append(DateTimeFormatter.ISO_LOCAL_DATE),
            "['T'][' ']");

    /** In the order of trying; the most common first. */
    private static final List<DateTimeFormatter> FORMATS = List.of(
            ISO,
            withTime(new DateTimeFormatterBuilder().appendPattern("uuuu/M/d"), "' '"),
            withTime(new DateTimeFormatterBuilder().appendPattern("M/d/uuuu"), "' '"),
            DateTimeFormatter.RFC_1123_DATE_TIME);

    /** Seconds or milliseconds since 1970; shorter numbers are rather parts of dates. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{9,15}");

    private static final long FIRST_MILLISECONDS = 100_000_000_000L;

    private Timestamps() {}

    /** The instant that {@code text} names, or empty when it cannot be read. */
    static Optional<Instant> parse(String text) {
        String trimmed = text.strip();
        if (NUMBER.matcher(trimmed).matches()) {
            long number = Long.parseLong(trimmed);
            return Optional.of(
                    number < FIRST_MILLISECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
        }
        for (DateTimeFormatter format : FORMATS) {
            try {
                return Optional.of(instant(format.parse(trimmed)));
            } catch (DateTimeException e) {
                // It may be written in another way.
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter withTime(DateTimeFormatterBuilder date, String separator) {
        return date.optionalStart()
                .appendPattern(separator)
                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                .appendPattern("[[' ']XXX][[' ']XX][[' ']X]")
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static Instant instant(TemporalAccessor parsed) {
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneOffset zone = parsed.isSupported(ChronoField.OFFSET_SECONDS) ? ZoneOffset.from(parsed) : ZoneOffset.UTC;
        return LocalDate.from(parsed)
                .atTime(time == null ? LocalTime.MIDNIGHT : time)
                .toInstant(zone);
    }
}
