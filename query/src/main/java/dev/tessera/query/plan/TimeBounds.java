package dev.tessera.query.plan;

import java.time.Instant;

/** The time in which events count: from {@code from} on, up to but not including {@code until}. */
public record TimeBounds(Instant from, Instant until) {
    /** Whether {@code instant} lies in it. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
