package dev.tessera.query.trends;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.time.Buckets;
import dev.tessera.query.nodes.BreakdownFilter;
import dev.tessera.query.plan.SeriesRow;
import dev.tessera.query.resolve.TrendsPlan;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the response to a trends query out of the numbers of its plans (spec/queries-trends.md 6.4 and 6.7).
 *
 * <p>What all results say alike (the days, the labels, the filter) is one node in all of them.
 */
public final class TrendsResults {
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private final TrendsPlan plan;
    private final ObjectNode filter;
    private final ArrayNode days = Json.array();
    private final ArrayNode labels = Json.array();
    private final ArrayNode starts = Json.array();
    private final ArrayNode results = Json.array();
    private boolean hasMore;

    private TrendsResults(TrendsPlan plan) {
        this.plan = plan;
        this.filter = Echo.filter(plan.query());
        switch (plan.axis()) {
            case TrendsPlan.Axis.Time(Buckets buckets) -> {
                buckets.days().forEach(days::add);
                buckets.labels().forEach(labels::add);
                buckets.starts().forEach(it -> starts.add(WITH_OFFSET.format(it)));
            }
            case TrendsPlan.Axis.Total it -> {}
        }
    }

    /**
     * The response, without what the cache adds. It has parts of the query's JSON in it: neither may be changed.
     *
     * @param rows the answer to each of the plan's series, in the same order
     * @param statements the texts of the statements that were run, shown to those who ask how; may be empty
     */
    public static ObjectNode response(TrendsPlan plan, List<List<SeriesRow>> rows, List<String> statements) {
        TrendsResults results = new TrendsResults(plan);
        for (int i = 0; i < rows.size(); i++) {
            results.addSeries(i, rows.get(i));
        }
        ObjectNode response = Json.object();
        response.set("results", results.results);
        response.put("hasMore", results.hasMore);
        response.putNull("timings");
        if (statements.isEmpty()) {
            response.putNull("hogql");
        } else {
            response.put("hogql", String.join(";\n\n", statements));
        }
        response.putNull("modifiers");
        response.putNull("error");
        response.set("resolved_date_range", resolvedDateRange(plan));
        response.putNull("query_status");
        return response;
    }

    private static ObjectNode resolvedDateRange(TrendsPlan plan) {
        return Json.object()
                .put("date_from", format(plan.range().from()))
                .put("date_to", format(plan.range().to()));
    }

    private static String format(ZonedDateTime time) {
        return WITH_OFFSET.format(time);
    }

    private void addSeries(int order, List<SeriesRow> rows) {
        List<BreakdownSeries> ranked = new ArrayList<>(byBreakdown(order, rows));
        ranked.sort(BreakdownSeries.RANKING);
        for (BreakdownSeries series : ranked) {
            if (series.isOther()) {
                hasMore = true;
                if (hidesOther()) {
                    continue;
                }
            }
            results.add(result(order, series));
        }
    }

    private boolean hidesOther() {
        return plan.query().breakdown() instanceof BreakdownFilter.ByEventProperties it && it.hideOther();
    }

    private List<BreakdownSeries> byBreakdown(int order, List<SeriesRow> rows) {
        int buckets = Math.toIntExact(plan.series().get(order).grouping().count());
        Map<List<String>, double[]> data = new LinkedHashMap<>();
        if (plan.series().get(order).breakdown().isNone()) {
            data.put(List.of(), new double[buckets]);
        }
        for (SeriesRow row : rows) {
            double[] numbers = data.computeIfAbsent(row.breakdown(), key -> new double[buckets]);
            numbers[Math.toIntExact(row.bucket())] += row.value();
        }
        return data.entrySet().stream()
                .map(it -> new BreakdownSeries(it.getKey(), it.getValue()))
                .toList();
    }

    private ObjectNode result(int order, BreakdownSeries series) {
        ObjectNode result = Json.object();
        result.set("action", Echo.action(plan.query().series().get(order), order, starts));
        result.put("label", label(order, series));
        result.put("order", order);
        switch (plan.axis()) {
            case TrendsPlan.Axis.Time it -> {
                addNumber(result, "count", series.total());
                ArrayNode data = result.putArray("data");
                for (double number : series.data()) {
                    addNumber(data, number);
                }
                result.set("labels", labels);
            }
            case TrendsPlan.Axis.Total it -> {
                result.put("count", 0);
                result.putArray("data");
                addNumber(result, "aggregated_value", series.total());
            }
        }
        result.set("days", days);
        addBreakdownValue(result, series);
        result.set("filter", filter);
        return result;
    }

    private void addBreakdownValue(ObjectNode result, BreakdownSeries series) {
        switch (plan.query().breakdown()) {
            case BreakdownFilter.None it -> {}
            case BreakdownFilter.ByEventProperties it -> {
                if (it.asList()) {
                    addTexts(result.putArray("breakdown_value"), series.values());
                } else {
                    result.put("breakdown_value", series.values().getFirst());
                }
            }
        }
    }

    private String label(int order, BreakdownSeries series) {
        String label = plan.query().series().get(order).label();
        if (series.values().isEmpty()) {
            return label;
        }
        String value = String.join("::", series.values());
        return plan.query().series().size() == 1 ? value : label + " - " + value;
    }

    private static void addTexts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    /** Whole numbers are written without a fraction. */
    private static void addNumber(ObjectNode object, String name, double number) {
        if (isWhole(number)) {
            object.put(name, (long) number);
        } else {
            object.put(name, number);
        }
    }

    private static void addNumber(ArrayNode array, double number) {
        if (isWhole(number)) {
            array.add((long) number);
        } else {
            array.add(number);
        }
    }

    private static boolean isWhole(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15;
    }
}
