package dev.tessera.query.nodes;

import dev.tessera.kernel.problem.ProblemException;
import java.util.Arrays;
import java.util.Set;

/** How a result is shown, as far as it changes the result (spec/queries-trends.md 6.2). */
public enum Display {
    LINE_GRAPH("ActionsLineGraph", Shape.TIME_SERIES),
    BAR("ActionsBar", Shape.TIME_SERIES),
    STACKED_BAR("ActionsStackedBar", Shape.TIME_SERIES),
    UNSTACKED_BAR("ActionsUnstackedBar", Shape.TIME_SERIES),
    AREA_GRAPH("ActionsAreaGraph", Shape.TIME_SERIES),
    AUTO("Auto", Shape.TIME_SERIES),
    METRIC("Metric", Shape.TIME_SERIES),
    SLOPE_GRAPH("SlopeGraph", Shape.TIME_SERIES),
    BOLD_NUMBER("BoldNumber", Shape.TOTAL_VALUE),
    PIE("ActionsPie", Shape.TOTAL_VALUE),
    BAR_VALUE("ActionsBarValue", Shape.TOTAL_VALUE),
    TABLE("ActionsTable", Shape.TOTAL_VALUE),
    WORLD_MAP("WorldMap", Shape.TOTAL_VALUE),
    CALENDAR_HEATMAP("CalendarHeatmap", Shape.TOTAL_VALUE);

    /** What a series is made of. */
    public enum Shape {
        /** A number for every bucket. */
        TIME_SERIES,
        /** One number for the whole range. */
        TOTAL_VALUE
    }

    private static final Set<String> LATER = Set.of("ActionsLineGraphCumulative", "TwoDimensionalHeatmap", "BoxPlot");

    private final String wireName;
    private final Shape shape;

    Display(String wireName, Shape shape) {
        this.wireName = wireName;
        this.shape = shape;
    }

    /** What a series is made of. */
    public Shape shape() {
        return shape;
    }

    static Display named(String name, String path) {
        if (LATER.contains(name)) {
            throw Refusals.notSupported(
                    "The display \"" + name + "\" is not supported yet. Use ActionsLineGraph, for example.", path);
        }
        return Arrays.stream(values())
                .filter(it -> it.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "There is no display " + Texts.quote(name) + ". Use ActionsLineGraph, for example.", path));
    }
}
