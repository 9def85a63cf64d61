package dev.tessera.app.capture;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** When an event happened, from what its sender says and when it came (spec/ingestion.md 4). */
final class EventTime {
    private static final Duration MOST_AHEAD = Duration.ofHours(23);

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private EventTime() {}

    /**
     * The time of an event.
     *
     * @param timestamp as sent; what cannot be read counts as absent
     * @param sentAt when the sender says it sent the request: its clock's error is taken out
     * @param offset milliseconds before {@code now}, which wins over everything
     * @param now when the request came
     */
    static Instant of(Optional<String> timestamp, Optional<Instant> sentAt, OptionalLong offset, Instant now) {
        Instant time = offset.isPresent()
                ? before(now, offset.getAsLong())
                : timestamp
                        .flatMap(EventTime::parse)
                        .map(it -> sentAt.map(sent -> it.plus(Duration.between(sent, now)))
                                .orElse(it))
                        .orElse(now);
        if (time.isAfter(now.plus(MOST_AHEAD))) {
            return now;
        }
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return year < 0 || year > 9999 ? Instant.EPOCH : time.truncatedTo(ChronoUnit.MICROS);
    }

    /** The instant that {@code text} names: ISO 8601 with or without time and zone; without a zone it is UTC. */
    static Optional<Instant> parse(String text) {
        String trimmed = text.strip();
        String normal = trimmed.length() > 10 && trimmed.charAt(10) == ' '
                ? trimmed.substring(0, 10) + "T" + trimmed.substring(11)
                : trimmed;
        try {
            TemporalAccessor parsed =
                    FORMAT.parseBest(normal, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return Optional.of(instant(parsed));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(TemporalAccessor parsed) {
        LocalTime time = parsed.isSupported(ChronoField.NANO_OF_DAY) ? LocalTime.from(parsed) : LocalTime.MIDNIGHT;
        ZoneOffset zone = parsed.isSupported(ChronoField.OFFSET_SECONDS) ? ZoneOffset.from(parsed) : ZoneOffset.UTC;
        return LocalDate.from(parsed).atTime(time).toInstant(zone);
    }

    private static Instant before(Instant now, long milliseconds) {
        try {
            return now.minusMillis(milliseconds);
        } catch (DateTimeException | ArithmeticException e) {
            return Instant.EPOCH;
        }
    }
}
