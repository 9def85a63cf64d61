package dev.tessera.app.filters;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of queries that insights draw, and which fields that filters can set each of them has; all have dates,
 * properties and test accounts.
 */
public enum InsightShape {
    TRENDS("TrendsQuery", true, true),
    FUNNELS("FunnelsQuery", true, true),
    RETENTION("RetentionQuery", true, false),
    PATHS("PathsQuery", false, false),
    STICKINESS("StickinessQuery", false, true),
    LIFECYCLE("LifecycleQuery", false, true);

    private final String queryKind;
    private final boolean breakdown;
    private final boolean interval;

    InsightShape(String queryKind, boolean breakdown, boolean interval) {
        this.queryKind = queryKind;
        this.breakdown = breakdown;
        this.interval = interval;
    }

    /** The one whose queries have this {@code kind}; empty when insights draw none of that kind. */
    public static Optional<InsightShape> of(String kind) {
        return Arrays.stream(values()).filter(it -> it.queryKind.equals(kind)).findFirst();
    }

    boolean hasBreakdown() {
        return breakdown;
    }

    boolean hasInterval() {
        return interval;
    }
}
