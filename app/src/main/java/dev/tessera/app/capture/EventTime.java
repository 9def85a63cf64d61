package dev.tessera.app.capture;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/** When an event happened, from what its sender says and when it came (spec/ingestion.md 4). */
final class EventTime {
    private static final Duration MOST_AHEAD = Duration.ofHours(23);

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
        Instant time = stated(timestamp, sentAt, offset, now);
        if (Duration.between(now, time).truncatedTo(ChronoUnit.MILLIS).compareTo(MOST_AHEAD) > 0) {
            return now;
        }
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return year < 0 || year > 9999 ? Instant.EPOCH : time.truncatedTo(ChronoUnit.MICROS);
    }

    /** What the sender says, however far away; an instant beyond all counting is {@link Instant#EPOCH}. */
    private static Instant stated(
            Optional<String> timestamp, Optional<Instant> sentAt, OptionalLong offset, Instant now) {
        try {
            if (offset.isPresent()) {
                return now.minusMillis(offset.getAsLong());
            }
            Optional<Instant> time = timestamp.flatMap(Timestamps::parse);
            if (time.isPresent() && sentAt.isPresent()) {
                return time.get().plus(Duration.between(sentAt.get(), now));
            }
            return time.orElse(now);
        } catch (DateTimeException | ArithmeticException e) {
            return Instant.EPOCH;
        }
    }
}
