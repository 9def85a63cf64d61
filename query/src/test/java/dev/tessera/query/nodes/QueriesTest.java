package dev.tessera.query.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.DateText;
import dev.tessera.kernel.time.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class QueriesTest {
    @Test
    void readsAPlainQueryWithItsDefaults() {
        TrendsQuery query = trends("{'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode', 'event': 'sign_up'}]}");
        assertThat(query.series()).singleElement().satisfies(series -> {
            assertThat(series.label()).isEqualTo("sign_up");
            assertThat(series.math()).isEqualTo(SeriesMath.TOTAL);
        });
        assertThat(query.interval()).isEqualTo(Interval.DAY);
        assertThat(query.dateRange().from()).isEqualTo(new DateText.Absent());
        assertThat(query.display()).isEqualTo(Display.LINE_GRAPH);
        assertThat(query.breakdown()).isEqualTo(new BreakdownFilter.None());
        assertThat(query.filterTestAccounts()).isFalse();
    }

    @Test
    void aSeriesWithoutANameIsAboutAllEvents() {
        assertThat(trends("{'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode', 'event': null}]}")
                        .series()
                        .getFirst()
                        .label())
                .isEqualTo("All events");
    }

    @Test
    void takesAQueryOutOfItsWrappers() {
        String source = "{'kind': 'TrendsQuery', 'series': []}";
        for (String kind : List.of("InsightVizNode", "DataTableNode", "DataVisualizationNode")) {
            assertThat(trends("{'kind': '" + kind + "', 'full': true, 'source': " + source + "}")
                            .json())
                    .isEqualTo(json(source));
        }
    }

    @Test
    void nullMeansNotGiven() {
        assertThat(trends("""
                {'kind': 'TrendsQuery', 'interval': null, 'dateRange': {'date_from': null, 'date_to': null,
                 'explicitDate': null}, 'series': [{'kind': 'EventsNode', 'event': 'a', 'math': null,
                 'properties': null, 'custom_name': null, 'math_group_type_index': null}], 'properties': null,
                 'trendsFilter': {'display': null, 'formula': null, 'smoothingIntervals': null},
                 'breakdownFilter': {'breakdown': null, 'breakdown_type': 'event', 'breakdowns': null},
                 'compareFilter': {'compare': false, 'compare_to': null}, 'samplingFactor': null,
                 'conversionGoal': null, 'aggregation_group_type_index': null, 'modifiers': null, 'tags': null}""").breakdown()).isEqualTo(new BreakdownFilter.None());
    }

    @Test
    void acceptsEveryPresentationField() {
        assertThat(trends("""
                {'kind': 'InsightVizNode', 'full': true, 'showHeader': true, 'showTable': false,
                 'showCorrelationTable': true, 'showLastComputation': true, 'showLastComputationRefresh': true,
                 'showFilters': true, 'showResults': true, 'embedded': false, 'suppressSessionAnalysisWarning': true,
                 'hidePersonsModal': true, 'hideTooltipOnScroll': true, 'version': 2,
                 'vizSpecificOptions': {'ActionsPie': {'disableHoverOffset': true, 'hideAggregation': false},
                 'RETENTION': {'hideLineGraph': true, 'hideSizeColumn': true, 'useSmallLayout': true}},
                 'source': {'kind': 'TrendsQuery', 'series': [], 'dataColorTheme': 1, 'version': 1,
                 'modifiers': {'anything': [1]}, 'tags': {'scene': 'Insight'}, 'samplingFactor': 0.1,
                 'trendsFilter': {'display': 'ActionsBar', 'showLegend': true, 'showAlertThresholdLines': false,
                 'aggregationAxisFormat': 'percentage_scaled', 'aggregationAxisPrefix': '$',
                 'aggregationAxisPostfix': '%', 'decimalPlaces': 2, 'minDecimalPlaces': 0, 'showValuesOnSeries': true,
                 'showLabelsOnSeries': true, 'showPercentStackView': true, 'yAxisScaleType': 'log10',
                 'showMultipleYAxes': true, 'hiddenLegendIndexes': [0], 'resultCustomizationBy': 'position',
                 'resultCustomizations': {'0': {'color': 'preset-1'}}, 'goalLines': [{'label': 'Goal', 'value': 5,
                 'borderColor': 'red', 'displayLabel': true, 'displayIfCrossed': false, 'position': 'end'}],
                 'showConfidenceIntervals': true, 'confidenceLevel': 95, 'showTrendLines': true,
                 'showMovingAverage': true, 'movingAverageIntervals': 7, 'smoothingIntervals': 1,
                 'detailedResultsAggregationType': 'median', 'formula': '', 'formulas': []}}}""").display()).isEqualTo(Display.BAR);
    }

    @Test
    void readsFiltersAsListsAndGroups() {
        TrendsQuery query = trends("""
                {'kind': 'TrendsQuery', 'series': [], 'properties': {'type': 'OR', 'values': [
                 {'type': 'AND', 'values': [{'key': 'a', 'value': 'x'}, {'key': 'b', 'value': [1, 2.50, true, 'z'],
                 'operator': 'is_not', 'type': 'event', 'label': 'B'}]}, {'key': 'c', 'value': 'y',
                 'operator': 'icontains', 'type': 'feature'}]}}""");
        assertThat(query.filter())
                .isEqualTo(new PropertyFilter.Or(List.of(
                        new PropertyFilter.And(List.of(
                                new PropertyFilter.EventProperty("a", PropertyFilter.Operator.EXACT, List.of("x")),
                                new PropertyFilter.EventProperty(
                                        "b", PropertyFilter.Operator.IS_NOT, List.of("1", "2.5", "true", "z")))),
                        new PropertyFilter.EventProperty("c", PropertyFilter.Operator.ICONTAINS, List.of("y")))));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0, 10",
        "1e1, 10",
        "-0.0, 0",
        "1E3, 1000",
        "15.50, 15.5",
        "10e19, 100000000000000000000",
        "1000000000000000000000, 1e21",
        "0.0000001, 1e-7",
        "0.1000000000000000055, 0.1",
        "123456789012345678.125, 123456789012345680.0",
        "123456789012345678901234567890.0, 123456789012345678901234567890",
        "1e999, 1E+999"
    })
    void comparesWithANumberHoweverItIsWritten(String number, String text) {
        TrendsQuery query = trends("{'kind': 'TrendsQuery', 'series': [], 'properties': [{'key': 'a', 'value': ["
                + number + ", '10.0']}]}");
        assertThat(query.filter().toString()).contains("values=[" + text + ", 10.0]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'key': 'a', 'value': []}",
                "{'key': 'a', 'value': null}",
                "{'key': 'a'}",
                "{'value': 'x'}",
                "{'type': 'empty'}",
                "{'type': 'event'}",
                "{}"
            })
    void anIncompleteFilterIsTrue(String filter) {
        assertThat(trends("{'kind': 'TrendsQuery', 'series': [], 'properties': [" + filter + "]}")
                        .filter())
                .isEqualTo(new PropertyFilter.And(List.of(new PropertyFilter.Anything())));
    }

    @Test
    void readsBothFormsOfABreakdown() {
        assertThat(trends(breakdown("'breakdown': 'plan', 'breakdown_type': 'event', 'breakdown_limit': 3.0"))
                        .breakdown())
                .isEqualTo(new BreakdownFilter.ByEventProperties(
                        List.of(new BreakdownFilter.Property("plan", false)), false, 3, false));
        assertThat(trends(breakdown("'breakdowns': [{'property': 'url', 'type': 'event', 'normalize_url': true}],"
                                + " 'breakdown_hide_other_aggregation': true"))
                        .breakdown())
                .isEqualTo(new BreakdownFilter.ByEventProperties(
                        List.of(new BreakdownFilter.Property("url", true)), true, 25, true));
    }

    /** Wrong queries: the path of the field that is wrong, then the query. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "query | []",
                "query | 'TrendsQuery'",
                "query__kind | {}",
                "query__kind | {'kind': 7}",
                "query__kind | {'kind': 'TrendQuery'}",
                "query__source | {'kind': 'InsightVizNode'}",
                "query__source | {'kind': 'InsightVizNode', 'source': []}",
                "query__shiny | {'kind': 'InsightVizNode', 'shiny': 1, 'source': {'kind': 'TrendsQuery', 'series': []}}",
                "query__showTable | {'kind': 'InsightVizNode', 'showTable': 1, 'source': {'kind': 'TrendsQuery', 'series': []}}",
                "query__source__shiny | {'kind': 'InsightVizNode', 'source': {'kind': 'TrendsQuery', 'series': [], 'shiny': 1}}",
                "query__shiny | {'kind': 'TrendsQuery', 'series': [], 'shiny': null}",
                "query__series | {'kind': 'TrendsQuery'}",
                "query__series | {'kind': 'TrendsQuery', 'series': {}}",
                "query__series__0 | {'kind': 'TrendsQuery', 'series': ['a']}",
                "query__series__0__kind | {'kind': 'TrendsQuery', 'series': [{'event': 'a'}]}",
                "query__series__0__kind | {'kind': 'TrendsQuery', 'series': [{'kind': 'EventNode'}]}",
                "query__series__1__event | {'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode'}, {'kind': 'EventsNode', 'event': 5}]}",
                "query__series__0__event | {'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode', 'event': 'a\\u0000b'}]}",
                "query__series__0__event | {'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode', 'event': 'a\\ud800b'}]}",
                "query__series__0__math | {'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode', 'math': 'daus'}]}",
                "query__series__0__color | {'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode', 'color': 'red'}]}",
                "query__series__0__properties__0__operator | {'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode', 'properties': [{'key': 'a', 'value': 'b', 'operator': 'like'}]}]}",
                "query__series__0__fixedProperties__0__type | {'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode', 'fixedProperties': [{'key': 'a', 'value': 'b', 'type': 'events'}]}]}",
                "query__properties | {'kind': 'TrendsQuery', 'series': [], 'properties': 'a = b'}",
                "query__properties__0 | {'kind': 'TrendsQuery', 'series': [], 'properties': [['a']]}",
                "query__properties__0__vaule | {'kind': 'TrendsQuery', 'series': [], 'properties': [{'key': 'a', 'vaule': 'b'}]}",
                "query__properties__0__value | {'kind': 'TrendsQuery', 'series': [], 'properties': [{'key': 'a', 'value': {}}]}",
                "query__properties__0__value__1 | {'kind': 'TrendsQuery', 'series': [], 'properties': [{'key': 'a', 'value': ['b', null]}]}",
                "query__properties__values | {'kind': 'TrendsQuery', 'series': [], 'properties': {'type': 'AND', 'values': {}}}",
                "query__properties__values__0__values__0__key | {'kind': 'TrendsQuery', 'series': [], 'properties': {'type': 'AND', 'values': [{'type': 'OR', 'values': [{'key': 1, 'value': 'b'}]}]}}",
                "query__interval | {'kind': 'TrendsQuery', 'series': [], 'interval': 'fortnight'}",
                "query__interval | {'kind': 'TrendsQuery', 'series': [], 'interval': 1}",
                "query__dateRange | {'kind': 'TrendsQuery', 'series': [], 'dateRange': '-7d'}",
                "query__dateRange__date_from | {'kind': 'TrendsQuery', 'series': [], 'dateRange': {'date_from': 'yesterday'}}",
                "query__dateRange__date_to | {'kind': 'TrendsQuery', 'series': [], 'dateRange': {'date_to': '2020-02-31'}}",
                "query__dateRange__date_to | {'kind': 'TrendsQuery', 'series': [], 'dateRange': {'date_to': 'all'}}",
                "query__dateRange__explicitDate | {'kind': 'TrendsQuery', 'series': [], 'dateRange': {'explicitDate': 'yes'}}",
                "query__dateRange__from | {'kind': 'TrendsQuery', 'series': [], 'dateRange': {'from': '-7d'}}",
                "query__filterTestAccounts | {'kind': 'TrendsQuery', 'series': [], 'filterTestAccounts': 'true'}",
                "query__samplingFactor | {'kind': 'TrendsQuery', 'series': [], 'samplingFactor': 2}",
                "query__samplingFactor | {'kind': 'TrendsQuery', 'series': [], 'samplingFactor': 0}",
                "query__aggregation_group_type_index | {'kind': 'TrendsQuery', 'series': [], 'aggregation_group_type_index': 9}",
                "query__trendsFilter__display | {'kind': 'TrendsQuery', 'series': [], 'trendsFilter': {'display': 'Bars'}}",
                "query__trendsFilter__smoothingIntervals | {'kind': 'TrendsQuery', 'series': [], 'trendsFilter': {'smoothingIntervals': 0}}",
                "query__trendsFilter__aggregationAxisFormat | {'kind': 'TrendsQuery', 'series': [], 'trendsFilter': {'aggregationAxisFormat': 'percent'}}",
                "query__trendsFilter__goalLines__0__colour | {'kind': 'TrendsQuery', 'series': [], 'trendsFilter': {'goalLines': [{'colour': 'red'}]}}",
                "query__compareFilter__compare | {'kind': 'TrendsQuery', 'series': [], 'compareFilter': {'compare': 'yes'}}",
                "query__breakdownFilter__breakdown_limit | {'kind': 'TrendsQuery', 'series': [], 'breakdownFilter': {'breakdown': 'a', 'breakdown_limit': 0}}",
                "query__breakdownFilter__breakdown_limit | {'kind': 'TrendsQuery', 'series': [], 'breakdownFilter': {'breakdown': 'a', 'breakdown_limit': 2.5}}",
                "query__breakdownFilter__breakdown_limit | {'kind': 'TrendsQuery', 'series': [], 'breakdownFilter': {'breakdown': 'a', 'breakdown_limit': 1e30}}",
                "query__breakdownFilter__breakdown_type | {'kind': 'TrendsQuery', 'series': [], 'breakdownFilter': {'breakdown': 'a', 'breakdown_type': 'events'}}",
                "query__breakdownFilter__breakdown | {'kind': 'TrendsQuery', 'series': [], 'breakdownFilter': {'breakdown': 'a', 'breakdowns': [{'property': 'b'}]}}",
                "query__breakdownFilter__breakdowns | {'kind': 'TrendsQuery', 'series': [], 'breakdownFilter': {'breakdowns': [{'property': 'a'}, {'property': 'b'}, {'property': 'c'}, {'property': 'd'}]}}",
                "query__breakdownFilter__breakdowns__0__property | {'kind': 'TrendsQuery', 'series': [], 'breakdownFilter': {'breakdowns': [{}]}}",
            })
    void refusesWhatIsWrongAndSaysWhere(String attr, String query) {
        Problem problem = problem(query);
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("invalid_input");
        assertThat(problem.attr()).isEqualTo(attr);
        assertThat(problem.detail()).endsWith(".").hasSizeGreaterThan(15);
    }

    /** What is known and not built: the path of the field, then the query. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "query__kind | {'kind': 'FunnelsQuery', 'series': []}",
                "query__kind | {'kind': 'HogQLQuery', 'query': 'SELECT 1'}",
                "query__source__kind | {'kind': 'InsightVizNode', 'source': {'kind': 'LifecycleQuery', 'series': []}}",
                "query__series__0__kind | {'kind': 'TrendsQuery', 'series': [{'kind': 'ActionsNode', 'id': 1}]}",
                "query__series__0__math | {'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode', 'math': 'avg', 'math_property': 'a'}]}",
                "query__series__0__math_group_type_index | {'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode', 'math': 'dau', 'math_group_type_index': 0}]}",
                "query__properties__0__type | {'kind': 'TrendsQuery', 'series': [], 'properties': [{'key': 'email', 'value': 'x', 'type': 'person'}]}",
                "query__properties__0__operator | {'kind': 'TrendsQuery', 'series': [], 'properties': [{'key': 'a', 'value': 'x', 'operator': 'regex'}]}",
                "query__interval | {'kind': 'TrendsQuery', 'series': [], 'interval': 'second'}",
                "query__dateRange__excludeIncompletePeriods | {'kind': 'TrendsQuery', 'series': [], 'dateRange': {'excludeIncompletePeriods': true}}",
                "query__trendsFilter__display | {'kind': 'TrendsQuery', 'series': [], 'trendsFilter': {'display': 'ActionsLineGraphCumulative'}}",
                "query__trendsFilter__formula | {'kind': 'TrendsQuery', 'series': [], 'trendsFilter': {'formula': 'A'}}",
                "query__trendsFilter__formulaNodes | {'kind': 'TrendsQuery', 'series': [], 'trendsFilter': {'formulaNodes': [{'formula': 'A'}]}}",
                "query__trendsFilter__smoothingIntervals | {'kind': 'TrendsQuery', 'series': [], 'trendsFilter': {'smoothingIntervals': 7}}",
                "query__compareFilter__compare | {'kind': 'TrendsQuery', 'series': [], 'compareFilter': {'compare': true}}",
                "query__conversionGoal | {'kind': 'TrendsQuery', 'series': [], 'conversionGoal': {'actionId': 1}}",
                "query__breakdownFilter__breakdown_type | {'kind': 'TrendsQuery', 'series': [], 'breakdownFilter': {'breakdown': 'a', 'breakdown_type': 'person'}}",
                "query__breakdownFilter__breakdown | {'kind': 'TrendsQuery', 'series': [], 'breakdownFilter': {'breakdown': ['a']}}",
                "query__breakdownFilter__breakdowns | {'kind': 'TrendsQuery', 'series': [], 'breakdownFilter': {'breakdowns': [{'property': 'a'}, {'property': 'b'}]}}",
                "query__breakdownFilter__breakdowns__0__histogram_bin_count | {'kind': 'TrendsQuery', 'series': [], 'breakdownFilter': {'breakdowns': [{'property': 'a', 'histogram_bin_count': 4}]}}",
            })
    void refusesWhatIsNotSupportedYetByName(String attr, String query) {
        Problem problem = problem(query);
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("not_supported");
        assertThat(problem.attr()).isEqualTo(attr);
        assertThat(problem.detail()).contains("not supported yet").endsWith(".");
    }

    @Test
    void refusesTheAbsurd() {
        String series = "{'kind': 'EventsNode', 'event': 'a'},".repeat(27);
        assertThat(problem("{'kind': 'TrendsQuery', 'series': [" + series.substring(0, series.length() - 1) + "]}"))
                .satisfies(it -> assertThat(it.detail()).contains("26 series"));
        String filters = "{'key': 'a', 'value': 'b'},".repeat(501);
        assertThat(problem(properties("[" + filters.substring(0, filters.length() - 1) + "]"))
                        .detail())
                .contains("500 property filters");
        String values = "1,".repeat(10_001);
        assertThat(problem(properties("[{'key': 'a', 'value': [" + values.substring(0, values.length() - 1) + "]}]"))
                        .detail())
                .contains("10000 values");
        assertThat(problem(properties("{'type': 'AND', 'values': [".repeat(60) + "]}".repeat(60)))
                        .detail())
                .contains("nested 20 deep");
        assertThat(problem(properties("[{'key': '" + "k".repeat(10_001) + "', 'value': 1}]"))
                        .detail())
                .contains("longer than 10000 characters");
        assertThat(problem("{'kind': 'InsightVizNode', 'source': ".repeat(20) + "{}" + "}".repeat(20))
                        .detail())
                .contains("too many wrappers");
    }

    @Test
    void namesAnEndlessFieldOnlyInPart() {
        Problem problem = problem("{'kind': 'TrendsQuery', 'series': [], '" + "x".repeat(5_000) + "': 1}");
        assertThat(problem.detail()).hasSizeLessThan(250);
        assertThat(problem.attr()).hasSizeLessThan(150);
    }

    @Test
    void anInsightStoresOnlyWrappedQueries() {
        assertThat(storeProblem("{'kind': 'TrendsQuery', 'series': []}"))
                .extracting(Problem::attr)
                .isEqualTo("query__kind");
        assertThat(storeProblem("{'kind': 'InsightVizNode', 'source': {'kind': 'TrendsQuery', 'serie': []}}"))
                .extracting(Problem::attr)
                .isEqualTo("query__source__series");
        Queries.validateStored(json("{'kind': 'InsightVizNode', 'source': {'kind': 'TrendsQuery', 'series': []}}"));
    }

    @Test
    void anInsightMayStoreWhatIsNotSupportedYet() {
        Queries.validateStored(json("{'kind': 'InsightVizNode', 'source': {'kind': 'FunnelsQuery', 'series': []}}"));
    }

    @Test
    void testAccountFiltersThatCannotBeUsedHurtOnlyWhenUsed() {
        assertThat(PropertyFilters.testAccounts(json("""
                [{'key': 'host', 'value': 'localhost', 'operator': 'is_not'},
                 {'key': 'email', 'type': 'person', 'operator': 'not_icontains', 'value': '@example.com'}, 7]""")))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(PropertyFilter.EventProperty.class),
                        second -> assertThat(second).isInstanceOf(PropertyFilter.Unusable.class),
                        third -> assertThat(third).isInstanceOf(PropertyFilter.Unusable.class));
    }

    private static String breakdown(String fields) {
        return "{'kind': 'TrendsQuery', 'series': [], 'breakdownFilter': {" + fields + "}}";
    }

    private static String properties(String filters) {
        return "{'kind': 'TrendsQuery', 'series': [], 'properties': " + filters + "}";
    }

    private static TrendsQuery trends(String json) {
        return switch (Queries.parse(json(json))) {
            case TrendsQuery it -> it;
        };
    }

    private static Problem problem(String json) {
        JsonNode query = json(json);
        return catchThrowableOfType(ProblemException.class, () -> Queries.parse(query))
                .problem();
    }

    private static Problem storeProblem(String json) {
        JsonNode query = json(json);
        return catchThrowableOfType(ProblemException.class, () -> Queries.validateStored(query))
                .problem();
    }

    /** JSON with single quotes, which are easier to read in Java. */
    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
