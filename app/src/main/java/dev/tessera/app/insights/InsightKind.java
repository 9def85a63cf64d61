package dev.tessera.app.insights;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What sort of question an insight asks, as lists filter by it. */
public enum InsightKind {
    TRENDS,
    FUNNELS,
    RETENTION,
    PATHS,
    STICKINESS,
    LIFECYCLE,
    /** A table of anything but insights. */
    JSON,
    SQL;

    /** The kind that {@code query}, in its wrapper, asks for. */
    public static Optional<InsightKind> of(JsonNode query) {
        String source = query.path("source").path("kind").asString("");
        return switch (query.path("kind").asString("")) {
            case "InsightVizNode" -> ofInsight(source);
            case "DataTableNode" -> Optional.of(JSON);
            case "DataVisualizationNode" -> Optional.of(SQL);
            default -> Optional.empty();
        };
    }

    private static Optional<InsightKind> ofInsight(String kind) {
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
}
