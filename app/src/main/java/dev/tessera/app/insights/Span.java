package dev.tessera.app.insights;

import java.time.Instant;
import java.util.Optional;

/** The time between two instants, without them; an absent one is no limit. */
public record Span(Optional<Instant> after, Optional<Instant> before) {
    /** All of time. */
    public static Span always() {
        return new Span(Optional.empty(), Optional.empty());
    }

    public boolean isLimited() {
        return after.isPresent() || before.isPresent();
    }
}
