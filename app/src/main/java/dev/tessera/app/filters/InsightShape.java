package dev.tessera.app.filters;

import java.util.Optional;

/** Which fields that filters can set a kind of insight query has; all have dates, properties and test accounts. */
enum InsightShape {
    TRENDS(true, true),
    FUNNELS(true, true),
    RETENTION(true, false),
    PATHS(false, false),
    STICKINESS(false, true),
    LIFECYCLE(false, true);

    private final boolean breakdown;
    private final boolean interval;

    InsightShape(boolean breakdown, boolean interval) {
        this.breakdown = breakdown;
        this.interval = interval;
    }

    static Optional<InsightShape> of(String kind) {
        return switch (kind) {
            case "TrendsQuery" -> Optional.of(TRENDS);
            case "FunnelsQuery" -> Optional.of(FUNNELS);
            case "RetentionQuery" -> Optional.of(RETENTION);
            case "PathsQuery" -> Optional.of(PATHS);
            case "StickinessQuery" -> Optional.of(STICKINESS);
            case "LifecycleQuery" -> Optional.of(LIFECYCLE);
            default -> Optional.empty();
        };
    }

    boolean hasBreakdown() {
        return breakdown;
    }

    boolean hasInterval() {
        return interval;
    }
}
