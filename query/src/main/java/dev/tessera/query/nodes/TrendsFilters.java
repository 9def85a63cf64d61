package dev.tessera.query.nodes;

import dev.tessera.kernel.problem.ProblemException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads {@code trendsFilter} (spec/queries-trends.md 6.1): one field matters, the rest is how a chart looks. */
final class TrendsFilters {
    private TrendsFilters() {}

    static Display parse(Fields fields) {
        Display display = fields.text("display")
                .map(it -> Display.named(it, fields.path("display")))
                .orElse(Display.LINE_GRAPH);
        fields.refuse("formula", "formulas", "formulaNodes", "breakdown_histogram_bin_count");
        smoothing(fields);
        acceptPresentation(fields);
        fields.end();
        return display;
    }

    private static void smoothing(Fields fields) {
        if (fields.whole("smoothingIntervals", 1, 1_000).orElse(1) > 1) {
            throw Refusals.notSupported(
                    "Smoothing is not supported yet. Leave out \"smoothingIntervals\".",
                    fields.path("smoothingIntervals"));
        }
    }

    private static void acceptPresentation(Fields fields) {
        fields.accept(
                Shape.BOOLEAN,
                "showLegend",
                "showAlertThresholdLines",
                "showValuesOnSeries",
                "showLabelsOnSeries",
                "showPercentStackView",
                "showMultipleYAxes",
                "showConfidenceIntervals",
                "showTrendLines",
                "showMovingAverage",
                "excludeBoxPlotOutliers",
                "hideWeekends",
                "stackBreakdownValues",
                "showAnnotations");
        fields.accept(Shape.NUMBER, "decimalPlaces", "minDecimalPlaces", "confidenceLevel", "movingAverageIntervals");
        fields.accept(Shape.TEXT, "aggregationAxisPrefix", "aggregationAxisPostfix", "xAxisLabel", "yAxisLabel");
        fields.accept(Shape.TEXT, "legendPosition");
        fields.accept(Shape.LIST, "hiddenLegendIndexes", "goalLines");
        fields.accept(Shape.OBJECT, "resultCustomizations");
        fields.acceptOneOf(
                "aggregationAxisFormat",
                "numeric",
                "duration",
                "duration_ms",
                "percentage",
                "percentage_scaled",
                "currency",
                "short");
        fields.acceptOneOf("yAxisScaleType", "linear", "log10");
        fields.acceptOneOf("resultCustomizationBy", "value", "position");
        fields.acceptOneOf("detailedResultsAggregationType", "total", "average", "median");
        fields.acceptOneOf("metricSummary", "total", "average", "latest");
        goalLines(fields);
    }

    private static void goalLines(Fields fields) {
        int index = 0;
        for (JsonNode line : fields.list("goalLines")) {
            Fields goal = Fields.of(line, fields.path("goalLines") + "__" + index++, "A goal line");
            goal.accept(Shape.TEXT, "label", "borderColor");
            goal.accept(Shape.NUMBER, "value");
            goal.accept(Shape.BOOLEAN, "displayLabel", "displayIfCrossed");
            goal.acceptOneOf("position", "start", "end");
            goal.end();
        }
    }

    /** Refuses a comparison with an earlier period when {@code compareFilter} asks for one. */
    static void checkCompare(Optional<Fields> compare) {
        if (compare.isEmpty()) {
            return;
        }
        Fields fields = compare.get();
        if (fields.flag("compare")) {
            throw Refusals.notSupported(
                    "Comparing with an earlier period is not supported yet. Leave out \"compare\".",
                    fields.path("compare"));
        }
        fields.accept(Shape.TEXT, "compare_to");
        fields.end();
    }

    /** The part of the actors that a query asks for; exact results are an answer for every part. */
    static void checkSampling(Fields fields) {
        fields.value("samplingFactor").ifPresent(it -> {
            Shape.NUMBER.check(it, "samplingFactor", fields.path("samplingFactor"));
            double factor = it.doubleValue();
            if (!(factor > 0 && factor <= 1)) {
                throw ProblemException.invalid(
                        "\"samplingFactor\" has to be larger than 0 and not larger than 1.",
                        fields.path("samplingFactor"));
            }
        });
    }
}
