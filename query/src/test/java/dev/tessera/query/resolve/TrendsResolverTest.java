package dev.tessera.query.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.WeekStart;
import dev.tessera.kernel.time.ZoneOffsets;
import dev.tessera.query.QueryScope;
import dev.tessera.query.nodes.PropertyFilters;
import dev.tessera.query.nodes.Queries;
import dev.tessera.query.nodes.TrendsQuery;
import dev.tessera.query.plan.Aggregation;
import dev.tessera.query.plan.Breakdown;
import dev.tessera.query.plan.Condition;
import dev.tessera.query.plan.EarliestPlan;
import dev.tessera.query.plan.Grouping;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.plan.TimeBounds;
import dev.tessera.query.plan.ValueExpression;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TrendsResolverTest {
    private static final Condition A = new Condition.OneOf(new ValueExpression.EventName(), List.of("a"));
    private static final Condition B = new Condition.OneOf(new ValueExpression.EventName(), List.of("b"));

    @Test
    void settlesOneSeriesPerNode() {
        TrendsPlan plan = resolve("'dateRange': {'date_from': '2020-01-10', 'date_to': '2020-01-12'},"
                + " 'series': [{'kind': 'EventsNode', 'event': 'a', 'math': 'dau'}, {'kind': 'EventsNode'}]");
        Grouping days = new Grouping.Steps(
                ZoneOffsets.between(ZoneId.of("Asia/Tokyo"), Instant.EPOCH, Instant.EPOCH),
                18_271 * 86_400_000_000L,
                86_400_000_000L,
                3);
        TimeBounds time = new TimeBounds(Instant.parse("2020-01-09T15:00:00Z"), Instant.parse("2020-01-12T15:00:00Z"));
        ProjectId project = new ProjectId(5);
        assertThat(plan.series())
                .containsExactly(
                        new SeriesPlan(project, time, A, new Aggregation.CountPersons(), days, Breakdown.none()),
                        new SeriesPlan(
                                project,
                                time,
                                Condition.always(),
                                new Aggregation.CountEvents(),
                                days,
                                Breakdown.none()));
    }

    @Test
    void joinsTheFiltersOfSeriesQueryAndProject() {
        TrendsPlan plan = resolve("'filterTestAccounts': true, 'properties': [{'key': 'q', 'value': '1'}],"
                + " 'series': [{'kind': 'EventsNode', 'event': 'a', 'properties': [{'key': 's', 'value': '2'}],"
                + " 'fixedProperties': [{'key': 'f', 'value': '3'}]}]");
        assertThat(plan.series().getFirst().condition())
                .isEqualTo(Condition.all(List.of(
                        A,
                        property("s", "2"),
                        property("f", "3"),
                        property("q", "1"),
                        new Condition.NoneOf(new ValueExpression.EventProperty("host"), List.of("localhost")))));
    }

    @Test
    void leavesTestAccountsInUnlessAsked() {
        assertThat(resolve("'series': [{'kind': 'EventsNode', 'event': 'a'}]")
                        .series()
                        .getFirst()
                        .condition())
                .isEqualTo(A);
    }

    @Test
    void anEmptyGroupIsTrueAndAGroupOfOneIsThatOne() {
        assertThat(resolve(
                                "'series': [{'kind': 'EventsNode', 'event': 'a'}], 'properties': {'type': 'OR', 'values': []}")
                        .series()
                        .getFirst()
                        .condition())
                .isEqualTo(A);
        assertThat(resolve("'series': [{'kind': 'EventsNode'}],"
                                + " 'properties': {'type': 'OR', 'values': [{'key': 'q', 'value': '1'}]}")
                        .series()
                        .getFirst()
                        .condition())
                .isEqualTo(property("q", "1"));
    }

    @Test
    void looksUpTheEarliestEventOfAnySeriesForAll() {
        List<EarliestPlan> asked = new ArrayList<>();
        TrendsPlan plan = TrendsResolver.resolve(
                query("'dateRange': {'date_from': 'all'}, 'interval': 'month', 'series': [{'kind': 'EventsNode',"
                        + " 'event': 'a', 'properties': [{'key': 's', 'value': '2'}]},"
                        + " {'kind': 'EventsNode', 'event': 'b'}]"),
                scope("[]"),
                it -> {
                    asked.add(it);
                    return Optional.of(Instant.parse("2019-11-05T00:00:00Z"));
                });
        assertThat(asked)
                .containsExactly(new EarliestPlan(
                        new ProjectId(5), Instant.parse("1980-01-01T00:00:00Z"), new Condition.Or(List.of(A, B))));
        assertThat(plan.series().getFirst().time().from()).isEqualTo("2019-10-31T15:00:00Z");
        assertThat(plan.series().getFirst().grouping().count()).isEqualTo(3);
    }

    @Test
    void asksForNoEarliestEventOtherwise() {
        TrendsQuery query = query("'series': [{'kind': 'EventsNode'}]");
        TrendsPlan plan = TrendsResolver.resolve(query, scope("[]"), it -> {
            throw new AssertionError("asked for " + it);
        });
        assertThat(plan.series()).hasSize(1);
    }

    @Test
    void aTotalHasOneBucketWhateverTheInterval() {
        TrendsPlan plan = resolve("'interval': 'minute', 'dateRange': {'date_from': '-5y'},"
                + " 'trendsFilter': {'display': 'ActionsTable'}, 'series': [{'kind': 'EventsNode'}]");
        assertThat(plan.series().getFirst().grouping()).isEqualTo(new Grouping.Whole());
        assertThat(plan.axis()).isEqualTo(new TrendsPlan.Axis.Total());
    }

    @Test
    void aWorldMapAlwaysKeeps250Values() {
        TrendsPlan plan = resolve("'trendsFilter': {'display': 'WorldMap'}, 'series': [{'kind': 'EventsNode'}],"
                + " 'breakdownFilter': {'breakdown': 'country', 'breakdown_limit': 3}");
        assertThat(plan.series().getFirst().breakdown().limit()).isEqualTo(250);
    }

    @Test
    void refusesMoreBucketsThanAnyoneCanSee() {
        assertThat(problem("'interval': 'minute', 'dateRange': {'date_from': '-30d'}, 'series': []")
                        .detail())
                .contains("Choose a larger interval or a shorter range.");
    }

    @Test
    void refusesResultsThatCouldHaveMoreThanAHundredThousandNumbers() {
        String hundredDays = "'dateRange': {'date_from': '2019-09-23', 'date_to': '2019-12-31'},"
                + " 'series': [{'kind': 'EventsNode'}], 'breakdownFilter': {'breakdown': 'a', 'breakdown_limit': ";
        assertThat(resolve(hundredDays + "999}").maxNumbers()).isEqualTo(100_000);
        assertThat(problem(hundredDays + "1000}").detail())
                .startsWith("This query could have 100100 numbers in its result, more than 100000.")
                .contains("Choose a larger interval, a shorter range or a smaller \"breakdown_limit\".");
    }

    @Test
    void countsTheNumbersOfAllSeries() {
        String minutes = "'interval': 'minute', 'dateRange': {'date_from': '2020-01-01', 'date_to': '2020-01-06'},";
        String series = "{'kind': 'EventsNode'}" + ", {'kind': 'EventsNode'}".repeat(12);
        assertThat(resolve(minutes + " 'series': [" + series + "]").maxNumbers())
                .isEqualTo(13 * 7_201);
        assertThat(problem(minutes + " 'series': [" + series + ", {'kind': 'EventsNode'}]")
                        .attr())
                .isEqualTo("query");
    }

    @Test
    void refusesASeriesWhoseFiltersTakeTooMuchMemory() {
        String series = "'series': [{'kind': 'EventsNode'}, {'kind': 'EventsNode', 'properties': ["
                + filters(100, "icontains", 1) + "]}], ";
        assertThat(resolve(series + "'properties': [" + filters(100, "icontains", 1) + "]")
                        .series())
                .hasSize(2);
        Problem problem = problem(series + "'properties': [" + filters(100, "icontains", 2) + "]");
        assertThat(problem.attr()).isEqualTo("query");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.detail())
                .startsWith("The filters of one series,")
                .contains("a weight of 800, and here they have 900")
                .endsWith("Use fewer filters or values.");
    }

    @Test
    void allowsLongListsOfShortValuesButNotOfLongOnes() {
        String series = "'series': [{'kind': 'EventsNode'}], 'properties': [";
        assertThat(resolve(series + filters(20, "exact", 500) + "]").series()).hasSize(1);
        assertThat(resolve(series + filters(1, "is_not", 10_000) + "]").series())
                .hasSize(1);
        String value = "'" + "x".repeat(10_000) + "',";
        assertThat(problem(series + "{'key': 'k', 'value': [" + value.repeat(400) + "'x']}]")
                        .detail())
                .contains("a weight of 800, and here they have 979");
    }

    @Test
    void countsTheFiltersOfTestAccounts() {
        String series = "'series': [{'kind': 'EventsNode'}], 'properties': [" + filters(266, "exact", 1) + "]";
        assertThat(resolve(series).series()).hasSize(1);
        assertThat(problem(series + ", 'filterTestAccounts': true").detail()).contains("here they have 801");
    }

    private static String filters(int count, String operator, int values) {
        String filter =
                "{'key': 'k', 'operator': '" + operator + "', 'value': ['v'" + ", 'v'".repeat(values - 1) + "]}";
        return filter + (", " + filter).repeat(count - 1);
    }

    @Test
    void refusesRangesThatCannotBe() {
        assertThat(problem("'dateRange': {'date_from': '2020-02-01', 'date_to': '2020-01-01'}, 'series': []"))
                .satisfies(it -> {
                    assertThat(it.attr()).isEqualTo("query__dateRange");
                    assertThat(it.detail()).contains("starts after it ends");
                });
        assertThat(problem("'dateRange': {'date_from': '-999999y'}, 'series': []")
                        .detail())
                .contains("1900 to 2200");
        assertThat(problem("'dateRange': {'date_to': '9999-12-31'}, 'series': []")
                        .detail())
                .contains("1900 to 2200");
    }

    @Test
    void aTestAccountFilterThatCannotBeUsedFailsTheQueryThatNeedsIt() {
        QueryScope scope = scope("[{'key': 'email', 'type': 'person', 'value': 'x'}]");
        TrendsQuery query = query("'filterTestAccounts': true, 'series': [{'kind': 'EventsNode'}]");
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> TrendsResolver.resolve(query, scope, it -> Optional.empty()))
                        .problem()
                        .attr())
                .isEqualTo("test_account_filters__0__type");
    }

    private static Condition property(String key, String value) {
        return new Condition.OneOf(new ValueExpression.EventProperty(key), List.of(value));
    }

    private static TrendsPlan resolve(String fields) {
        return TrendsResolver.resolve(
                query(fields),
                scope("[{'key': 'host', 'operator': 'is_not', 'value': 'localhost'}]"),
                it -> Optional.empty());
    }

    private static Problem problem(String fields) {
        return catchThrowableOfType(ProblemException.class, () -> resolve(fields))
                .problem();
    }

    private static TrendsQuery query(String fields) {
        return switch (Queries.parse(json("{'kind': 'TrendsQuery', " + fields + "}"))) {
            case TrendsQuery it -> it;
        };
    }

    private static QueryScope scope(String testAccountFilters) {
        return new QueryScope(
                new ProjectId(5),
                ZoneId.of("Asia/Tokyo"),
                WeekStart.SUNDAY,
                Instant.parse("2020-01-25T12:00:00Z"),
                PropertyFilters.testAccounts(json(testAccountFilters)));
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
