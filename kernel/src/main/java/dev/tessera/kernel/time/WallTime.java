package dev.tessera.kernel.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;

/** The ends of days on a wall clock that is sometimes put forward or back. */
final class WallTime {
    private static final LocalTime LAST_MICROSECOND = LocalTime.MAX.truncatedTo(ChronoUnit.MICROS);

    private WallTime() {}

    /** The first instant of {@code date} in {@code zone}. */
    static ZonedDateTime startOfDay(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone);
    }

    /** The last microsecond of {@code date} in {@code zone}, the second pass where the clock repeats it. */
    static ZonedDateTime endOfDay(LocalDate date, ZoneId zone) {
        LocalDateTime end = LocalDateTime.of(date, LAST_MICROSECOND);
        ZoneOffsetTransition transition = zone.getRules().getTransition(end);
        if (transition != null && transition.isGap()) {
            return transition.getInstant().minus(1, ChronoUnit.MICROS).atZone(zone);
        }
        return end.atZone(zone).withLaterOffsetAtOverlap();
    }

    /** Microseconds since 1970 in UTC. */
    static long epochMicros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }
}
