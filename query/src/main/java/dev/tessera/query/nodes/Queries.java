package dev.tessera.query.nodes;

import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads queries. Whatever is not understood is refused, never ignored, as {@link Problem.Invalid} naming the field.
 */
public final class Queries {
    /** The field that holds a query, in requests and in insights. */
    private static final String ROOT = "query";

    /** Formula letters name series, so there cannot be more of them. */
    private static final int MAX_SERIES = 26;

    private static final int MAX_WRAPPERS = 5;

    private static final Set<String> LATER_KINDS = Set.of(
            "FunnelsQuery",
            "RetentionQuery",
            "PathsQuery",
            "StickinessQuery",
            "LifecycleQuery",
            "HogQLQuery",
            "HogQuery",
            "EventsQuery",
            "ActorsQuery",
            "GroupsQuery",
            "PersonsNode",
            "SessionsTimelineQuery",
            "CalendarHeatmapQuery",
            "WebOverviewQuery",
            "WebStatsTableQuery",
            "InsightActorsQuery");

    private Queries() {}

    /**
     * Reads a query, taking it out of its wrappers.
     *
     * @throws ProblemException {@link Problem.Invalid} with the path of the field that is wrong, from {@code query} on
     */
    public static Query parse(JsonNode json) {
        return parse(json, ROOT, 0);
    }

    /**
     * Checks what an insight wants to store: a query in a wrapper. Inside it mistakes are refused; what is only not
     * supported yet may be stored.
     */
    public static void validateStored(JsonNode json) {
        Fields fields = Fields.of(json, ROOT, "A query");
        String kind = kind(fields);
        if (!Wrappers.isWrapper(kind)) {
            throw ProblemException.invalid(
                    "An insight stores a query of kind " + Wrappers.names() + ", not " + Texts.quote(kind)
                            + ". Put the query into the \"source\" of an InsightVizNode.",
                    fields.path("kind"));
        }
        try {
            parse(json, ROOT, 0);
        } catch (ProblemException e) {
            if (!e.problem().code().equals(Refusals.NOT_SUPPORTED)) {
                throw e;
            }
        }
    }

    private static Query parse(JsonNode json, String path, int wrappers) {
        Fields fields = Fields.of(json, path, "A query");
        String kind = kind(fields);
        if (Wrappers.isWrapper(kind)) {
            JsonNode source = Wrappers.source(fields, kind);
            if (wrappers >= MAX_WRAPPERS) {
                throw ProblemException.invalid("There are too many wrappers around this query.", path);
            }
            return parse(source, fields.path("source"), wrappers + 1);
        }
        if (kind.equals("TrendsQuery")) {
            return trends(Fields.of(json, path, "A trends query"));
        }
        throw LATER_KINDS.contains(kind)
                ? Refusals.notSupported(
                        "Queries of kind " + kind + " are not supported yet. Use TrendsQuery.", fields.path("kind"))
                : ProblemException.invalid(
                        "There is no query kind " + Texts.quote(kind) + ". Use TrendsQuery.", fields.path("kind"));
    }

    private static String kind(Fields fields) {
        return Texts.of(fields.required("kind"), fields.path("kind"));
    }

    private static TrendsQuery trends(Fields fields) {
        fields.required("kind");
        PropertyFilters filters = new PropertyFilters();
        List<SeriesNode> series = series(fields, filters);
        Display display = fields.object("trendsFilter", "A trends filter")
                .map(TrendsFilters::parse)
                .orElse(Display.LINE_GRAPH);
        Interval interval = DateRanges.interval(fields);
        var dateRange = DateRanges.parse(fields.object("dateRange", "A date range"), interval, display);
        PropertyFilter filter = filters.listOrGroup(fields.value("properties"), fields.path("properties"));
        boolean filterTestAccounts = fields.flag("filterTestAccounts");
        BreakdownFilter breakdown = fields.object("breakdownFilter", "A breakdown filter")
                .map(BreakdownFilters::parse)
                .orElse(new BreakdownFilter.None());
        TrendsFilters.checkCompare(fields.object("compareFilter", "A compare filter"));
        TrendsFilters.checkSampling(fields);
        fields.whole("aggregation_group_type_index", 0, 4);
        fields.refuse("conversionGoal", "calendarHeatmapFilter");
        fields.accept(Shape.NUMBER, "dataColorTheme", "version");
        fields.accept(Shape.OBJECT, "modifiers", "tags");
        fields.accept(Shape.ANY, "response");
        fields.end();
        return new TrendsQuery(
                series, dateRange, interval, filter, filterTestAccounts, display, breakdown, fields.json());
    }

    private static List<SeriesNode> series(Fields fields, PropertyFilters filters) {
        fields.required("series");
        List<JsonNode> items = fields.list("series");
        String path = fields.path("series");
        if (items.size() > MAX_SERIES) {
            throw ProblemException.invalid("A query can have " + MAX_SERIES + " series at most.", path);
        }
        List<SeriesNode> series = new ArrayList<>();
        for (JsonNode item : items) {
            series.add(SeriesNodes.parse(item, path + "__" + series.size(), filters));
        }
        return series;
    }
}
