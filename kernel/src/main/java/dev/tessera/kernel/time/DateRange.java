package dev.tessera.kernel.time;

import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * A resolved range of time, and which events lie in it.
 *
 * @param from the start, in the zone of the project
 * @param to the end, inclusive, in the same zone
 * @param lower the earliest instant of an event in range; it may precede {@code from} (spec/queries-trends.md 3.5)
 * @param upper the first instant after {@code lower} that is out of range
 */
public record DateRange(ZonedDateTime from, ZonedDateTime to, Instant lower, Instant upper) {
    public DateRange {
        if (!from.getZone().equals(to.getZone())) {
            throw new IllegalArgumentException("One range, two zones: " + from + ", " + to);
        }
    }

    /** Whether it ends before it starts, so that nothing can lie in it. */
    public boolean isBackwards() {
        return to.isBefore(from);
    }
}
