package dev.tessera.app.insights;

import java.time.Instant;
import java.util.Optional;

/** What an insight is to one user. */
public record InsightMarks(boolean favorited, Optional<Instant> lastViewedAt) {
    /** The marks of a user who never saw the insight. */
    public static InsightMarks none() {
        return new InsightMarks(false, Optional.empty());
    }
}
