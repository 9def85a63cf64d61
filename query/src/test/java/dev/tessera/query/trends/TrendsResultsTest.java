package dev.tessera.query.trends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.time.WeekStart;
import dev.tessera.query.QueryScope;
import dev.tessera.query.nodes.Queries;
import dev.tessera.query.nodes.TrendsQuery;
import dev.tessera.query.plan.Breakdown;
import dev.tessera.query.plan.SeriesRow;
import dev.tessera.query.resolve.TrendsPlan;
import dev.tessera.query.resolve.TrendsResolver;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TrendsResultsTest {
    private static final String TWO_DAYS = "'dateRange': {'date_from': '2020-01-09', 'date_to': '2020-01-10'}";

    @Test
    void aTimeSeriesHasANumberForEveryBucket() {
        JsonNode response = answer(
                TWO_DAYS
                        + ", 'series': [{'kind': 'EventsNode', 'event': 'a', 'custom_name': 'Sign-ups', 'math': 'total'}]",
                List.of(List.of(new SeriesRow(1, List.of(), 3))));
        assertThat(response).isEqualTo(json("""
                {'results': [{'action': {'days': ['2020-01-09T00:00:00+09:00', '2020-01-10T00:00:00+09:00'], 'id': 'a',
                 'type': 'events', 'order': 0, 'name': 'a', 'custom_name': 'Sign-ups', 'math': 'total',
                 'math_property': null, 'math_hogql': null, 'math_group_type_index': null, 'properties': {}},
                 'label': 'a', 'order': 0, 'count': 3, 'data': [0, 3], 'labels': ['9-Jan-2020', '10-Jan-2020'],
                 'days': ['2020-01-09', '2020-01-10'],
                 'filter': {'insight': 'TRENDS', 'properties': [], 'filter_test_accounts': false,
                 'date_from': '2020-01-09', 'date_to': '2020-01-10', 'entity_type': 'events', 'sampling_factor': null,
                 'aggregation_group_type_index': null, 'interval': 'day'}}],
                 'hasMore': false, 'timings': null, 'hogql': null, 'modifiers': null, 'error': null,
                 'resolved_date_range': {'date_from': '2020-01-09T00:00:00+09:00',
                 'date_to': '2020-01-10T23:59:59.999999+09:00'}, 'query_status': null}"""));
    }

    @Test
    void aTotalHasOneNumberAndNoBuckets() {
        JsonNode result = answer(
                        TWO_DAYS + ", 'series': [{'kind': 'EventsNode'}], 'trendsFilter': {'display': 'BoldNumber'}",
                        List.of(List.of(new SeriesRow(0, List.of(), 7))))
                .at("/results/0");
        assertThat(result.get("aggregated_value").intValue()).isEqualTo(7);
        assertThat(result.get("count").intValue()).isEqualTo(0);
        assertThat(result.get("data").size() + result.get("days").size()).isEqualTo(0);
        assertThat(result.has("labels")).isFalse();
        assertThat(result.get("label").stringValue()).isEqualTo("All events");
        assertThat(result.at("/action/id").isNull()).isTrue();
        assertThat(result.at("/filter/display").stringValue()).isEqualTo("BoldNumber");
    }

    @Test
    void noDataIsZeros() {
        assertThat(answer(TWO_DAYS + ", 'series': [{'kind': 'EventsNode'}]", List.of(List.of()))
                        .at("/results/0/data"))
                .isEqualTo(json("[0, 0]"));
        assertThat(answer(
                                TWO_DAYS
                                        + ", 'series': [{'kind': 'EventsNode'}], 'trendsFilter': {'display': 'ActionsPie'}",
                                List.of(List.of()))
                        .at("/results/0/aggregated_value")
                        .intValue())
                .isEqualTo(0);
    }

    @Test
    void noDataAndABreakdownIsNoResult() {
        assertThat(answer(breakdown("'breakdown': 'plan'", 1), List.of(List.of()))
                        .get("results"))
                .isEmpty();
    }

    @Test
    void ranksByTotalThenTextWithMissingAndOtherLast() {
        JsonNode response = answer(
                breakdown("'breakdown': 'plan'", 1),
                List.of(List.of(
                        row(0, Breakdown.OTHER, 90),
                        row(0, Breakdown.NONE, 50),
                        row(0, "b", 2),
                        row(1, "a", 2),
                        // In UTF-16 the first of these two comes last.
                        row(1, "\uFB01", 1),
                        row(1, "\uD83D\uDE00", 1),
                        row(1, "team", 3))));
        assertThat(response.at("/hasMore").booleanValue()).isTrue();
        assertThat(values(response, "breakdown_value"))
                .isEqualTo(json("['team', 'a', 'b', '\uFB01', '\uD83D\uDE00', '" + Breakdown.NONE + "', '"
                        + Breakdown.OTHER + "']"));
        assertThat(values(response, "label")).isEqualTo(values(response, "breakdown_value"));
    }

    @Test
    void hidesOtherButSaysThatThereIsMore() {
        JsonNode response = answer(
                breakdown("'breakdown': 'plan', 'breakdown_hide_other_aggregation': true", 1),
                List.of(List.of(row(0, Breakdown.OTHER, 9), row(0, "a", 1))));
        assertThat(values(response, "label")).isEqualTo(json("['a']"));
        assertThat(response.get("hasMore").booleanValue()).isTrue();
    }

    @Test
    void severalSeriesNameThemselvesBeforeTheValue() {
        JsonNode response = answer(
                breakdown("'breakdowns': [{'property': 'plan'}]", 2),
                List.of(List.of(row(0, "x", 1)), List.of(row(0, "y", 1), row(1, "z", 5))));
        assertThat(values(response, "label")).isEqualTo(json("['a - x', 'a - z', 'a - y']"));
        assertThat(values(response, "breakdown_value")).isEqualTo(json("[['x'], ['z'], ['y']]"));
        assertThat(values(response, "order")).isEqualTo(json("[0, 1, 1]"));
    }

    @Test
    void numbersAreWholeWhereTheyCanBe() {
        JsonNode data = answer(
                        TWO_DAYS + ", 'series': [{'kind': 'EventsNode'}]",
                        List.of(List.of(new SeriesRow(0, List.of(), 2.5), new SeriesRow(1, List.of(), 2))))
                .at("/results/0/data");
        assertThat(Json.write(data)).isEqualTo("[2.5,2]");
    }

    @Test
    void repeatsTheQueryForOldClients() {
        JsonNode filter = answer(
                        breakdown("'breakdown': 'plan', 'breakdown_type': 'event', 'breakdown_limit': null", 1)
                                + ", 'properties': [{'key': 'k', 'value': 'v'}], 'samplingFactor': 0.5,"
                                + " 'trendsFilter': {'display': 'ActionsBar', 'showLegend': null}, 'interval': 'week'",
                        List.of(List.of(row(0, "x", 1))))
                .at("/results/0/filter");
        assertThat(filter).isEqualTo(json("""
                {'insight': 'TRENDS', 'properties': [{'key': 'k', 'value': 'v'}], 'filter_test_accounts': false,
                 'date_from': '2020-01-09', 'date_to': '2020-01-10', 'entity_type': 'events', 'sampling_factor': 0.5,
                 'aggregation_group_type_index': null, 'interval': 'week', 'display': 'ActionsBar',
                 'breakdown': 'plan', 'breakdown_type': 'event'}"""));
    }

    @Test
    void showsTheStatementsToThoseWhoAsk() {
        TrendsPlan plan = plan(TWO_DAYS + ", 'series': []");
        assertThat(TrendsResults.response(plan, List.of(), List.of("SELECT 1", "SELECT 2"))
                        .get("hogql")
                        .stringValue())
                .isEqualTo("SELECT 1;\n\nSELECT 2");
    }

    private static SeriesRow row(long bucket, String value, double number) {
        return new SeriesRow(bucket, List.of(value), number);
    }

    private static String breakdown(String fields, int series) {
        String nodes =
                "{'kind': 'EventsNode', 'event': 'a'}" + ", {'kind': 'EventsNode', 'event': 'a'}".repeat(series - 1);
        return TWO_DAYS + ", 'series': [" + nodes + "], 'breakdownFilter': {" + fields + "}";
    }

    private static JsonNode values(JsonNode response, String field) {
        var values = Json.array();
        response.get("results").values().forEach(it -> values.add(it.get(field)));
        return values;
    }

    private static JsonNode answer(String fields, List<List<SeriesRow>> rows) {
        // Through text, so that numbers are what a client sees.
        return Json.parse(Json.write(TrendsResults.response(plan(fields), rows, List.of())));
    }

    private static TrendsPlan plan(String fields) {
        TrendsQuery query = switch (Queries.parse(json("{'kind': 'TrendsQuery', " + fields + "}"))) {
            case TrendsQuery it -> it;
        };
        QueryScope scope = new QueryScope(
                new ProjectId(5),
                ZoneId.of("Asia/Tokyo"),
                WeekStart.SUNDAY,
                Instant.parse("2020-01-25T12:00:00Z"),
                List.of());
        return TrendsResolver.resolve(query, scope, it -> Optional.empty());
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
