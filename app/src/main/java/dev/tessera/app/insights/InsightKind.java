package dev.tessera.app.insights;

import dev.tessera.app.filters.InsightShape;
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
            case "InsightVizNode" -> InsightShape.of(source).map(InsightKind::of);
            case "DataTableNode" -> Optional.of(JSON);
            case "DataVisualizationNode" -> Optional.of(SQL);
            default -> Optional.empty();
        };
    }

    private static InsightKind of(InsightShape shape) {
        return switch (shape) {
            case TRENDS -> TRENDS;
            case FUNNELS -> FUNNELS;
            case RETENTION -> RETENTION;
            case PATHS -> PATHS;
            case STICKINESS -> STICKINESS;
            case LIFECYCLE -> LIFECYCLE;
        };
    }
}
