package dev.tessera.query.nodes;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The nodes around a query that say how it is shown (spec/queries-trends.md 1.1). */
final class Wrappers {
    private static final List<String> KINDS = List.of("InsightVizNode", "DataTableNode", "DataVisualizationNode");

    private Wrappers() {}

    static boolean isWrapper(String kind) {
        return KINDS.contains(kind);
    }

    /** All kinds, for a sentence. */
    static String names() {
        return String.join(", ", KINDS);
    }

    /** The query inside; the other fields are checked and left alone. */
    static JsonNode source(Fields fields, String kind) {
        JsonNode source = fields.required("source");
        fields.accept(Shape.BOOLEAN, "full", "embedded");
        fields.accept(Shape.NUMBER, "version");
        fields.accept(Shape.OBJECT, "tags");
        fields.accept(Shape.ANY, "response");
        switch (kind) {
            case "InsightVizNode" -> insight(fields);
            case "DataTableNode" -> table(fields);
            default -> visualization(fields);
        }
        fields.end();
        return source;
    }

    private static void insight(Fields fields) {
        fields.accept(
                Shape.BOOLEAN,
                "showHeader",
                "showTable",
                "showCorrelationTable",
                "showLastComputation",
                "showLastComputationRefresh",
                "showFilters",
                "showResults",
                "suppressSessionAnalysisWarning",
                "hidePersonsModal",
                "hideTooltipOnScroll");
        fields.object("vizSpecificOptions", "The options of a visualization").ifPresent(options -> {
            options.object("ActionsPie", "The options of a pie").ifPresent(pie -> {
                pie.accept(Shape.BOOLEAN, "disableHoverOffset", "hideAggregation");
                pie.end();
            });
            options.object("RETENTION", "The options of retention").ifPresent(retention -> {
                retention.accept(Shape.BOOLEAN, "hideLineGraph", "hideSizeColumn", "useSmallLayout");
                retention.end();
            });
            options.end();
        });
    }

    private static void table(Fields fields) {
        fields.accept(Shape.LIST, "columns", "hiddenColumns", "pinnedColumns", "defaultColumns");
        fields.accept(Shape.OBJECT, "context");
        fields.accept(Shape.TEXT, "contextKey", "emptyStateHeading");
        fields.accept(
                Shape.BOOLEAN,
                "allowSorting",
                "expandable",
                "propertiesViaUrl",
                "showAbsoluteTime",
                "showActions",
                "showColumnConfigurator",
                "showCount",
                "showDateRange",
                "showElapsedTime",
                "showExport",
                "showHogQLEditor",
                "showOpenEditorButton",
                "showPersistentColumnConfigurator",
                "showRecordingColumn",
                "showReload",
                "showResultsTable",
                "showSavedFilters",
                "showSavedQueries",
                "showSourceQueryOptions",
                "showTableViews",
                "showTestAccountFilters",
                "showTimings");
        // Either a switch or a list of what to offer.
        fields.accept(Shape.ANY, "showEventFilter", "showPropertyFilter", "showSearch");
    }

    private static void visualization(Fields fields) {
        fields.accept(Shape.TEXT, "display");
        fields.accept(Shape.OBJECT, "chartSettings", "tableSettings");
    }
}
