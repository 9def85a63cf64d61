package dev.tessera.query.dialect.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.time.ZoneOffsets;
import dev.tessera.query.dialect.SqlStatement;
import dev.tessera.query.dialect.SqlValue;
import dev.tessera.query.plan.Aggregation;
import dev.tessera.query.plan.Breakdown;
import dev.tessera.query.plan.Condition;
import dev.tessera.query.plan.EarliestPlan;
import dev.tessera.query.plan.Grouping;
import dev.tessera.query.plan.LongText;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.plan.TimeBounds;
import dev.tessera.query.plan.ValueExpression;
import dev.tessera.query.plan.ValuesPlan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The statements as text. That they mean what they should is for the event store's tests to say. */
class DuckDbDialectTest {
    private static final long DAY = 86_400_000_000L;
    private static final ProjectId PROJECT = new ProjectId(42);
    private static final Instant FROM = Instant.parse("2020-03-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2020-04-01T00:00:00Z");
    private static final ValueExpression PLAN = new ValueExpression.EventProperty("plan");
    private static final Grouping DAYS = new Grouping.Steps(ZoneOffsets.utc(), 18_322 * DAY, DAY, 31);
    private static final Condition SIGN_UP = new Condition.OneOf(new ValueExpression.EventName(), List.of("sign_up"));

    @Test
    void countsEventsByDay() {
        SqlStatement statement = print(SIGN_UP, new Aggregation.CountEvents(), DAYS, Breakdown.none());
        assertThat(statement.text()).isEqualTo("""
                SELECT (epoch_us(timestamp) - ?) // ? - 1 AS bucket, CAST(count(*) AS DOUBLE) AS value
                FROM events
                WHERE project_id = ?
                  AND timestamp >= ?
                  AND timestamp < ?
                  AND event = ?
                GROUP BY 1
                HAVING bucket BETWEEN 0 AND ?""");
        assertThat(statement.parameters())
                .containsExactly(
                        new SqlValue.Whole(18_321 * DAY),
                        new SqlValue.Whole(DAY),
                        new SqlValue.Whole(42),
                        new SqlValue.Moment(FROM),
                        new SqlValue.Moment(UNTIL),
                        new SqlValue.Text("sign_up"),
                        new SqlValue.Whole(30));
    }

    @Test
    void countsPersonsOverEverything() {
        SqlStatement statement =
                print(Condition.always(), new Aggregation.CountPersons(), new Grouping.Whole(), Breakdown.none());
        assertThat(statement.text()).isEqualTo("""
                SELECT CAST(0 AS BIGINT) AS bucket, CAST(count(DISTINCT person_id) AS DOUBLE) AS value
                FROM events
                WHERE project_id = ?
                  AND timestamp >= ?
                  AND timestamp < ?
                GROUP BY 1
                HAVING bucket BETWEEN 0 AND ?""");
    }

    @Test
    void addsTheOneOffsetOfAZone() {
        ZoneOffsets tokyo = ZoneOffsets.between(ZoneId.of("Asia/Tokyo"), FROM, UNTIL);
        SqlStatement statement =
                print(SIGN_UP, new Aggregation.CountEvents(), new Grouping.Steps(tokyo, 0, DAY, 31), Breakdown.none());
        assertThat(statement.text()).startsWith("SELECT (epoch_us(timestamp) - ? + ?) // ? - 1 AS bucket,");
        assertThat(statement.parameters()).startsWith(new SqlValue.Whole(-DAY), new SqlValue.Whole(9 * 3_600_000_000L));
    }

    @Test
    void choosesBetweenTheOffsetsOfAZoneByTime() {
        ZoneOffsets berlin = ZoneOffsets.between(ZoneId.of("Europe/Berlin"), FROM, UNTIL);
        SqlStatement statement =
                print(SIGN_UP, new Aggregation.CountEvents(), new Grouping.Months(berlin, 24_242, 1), Breakdown.none());
        String wallTime = "make_timestamp(epoch_us(timestamp) + CASE WHEN epoch_us(timestamp) < ? THEN ? ELSE ? END)";
        assertThat(statement.text())
                .startsWith("SELECT year(" + wallTime + ") * 12 + month(" + wallTime + ") - ? AS bucket,");
        assertThat(statement.parameters())
                .startsWith(
                        new SqlValue.Whole(1_585_443_600_000_000L),
                        new SqlValue.Whole(3_600_000_000L),
                        new SqlValue.Whole(7_200_000_000L));
    }

    @Test
    void ranksAndCutsABreakdown() {
        SqlStatement statement = print(SIGN_UP, new Aggregation.CountEvents(), DAYS, new Breakdown(List.of(PLAN), 25));
        assertThat(statement.text()).isEqualTo("""
                WITH grouped AS MATERIALIZED (
                SELECT (epoch_us(timestamp) - ?) // ? - 1 AS bucket, count(*) AS value,
                  coalesce(nullif(json_extract_string(properties_2, ?), ''), ?) AS breakdown_1
                FROM events
                WHERE project_id = ?
                  AND timestamp >= ?
                  AND timestamp < ?
                  AND event = ?
                GROUP BY 1, 3
                HAVING bucket BETWEEN 0 AND ?),
                kept AS (
                SELECT breakdown_1
                FROM grouped
                GROUP BY breakdown_1
                ORDER BY breakdown_1 = ?, sum(value) DESC, breakdown_1
                LIMIT ?)
                SELECT grouped.bucket, CAST(sum(grouped.value) AS DOUBLE) AS value,
                  coalesce(kept.breakdown_1, ?) AS breakdown_1
                FROM grouped LEFT JOIN kept USING (breakdown_1)
                GROUP BY ALL""");
        assertThat(statement.parameters())
                .contains(
                        new SqlValue.Text("/plan"),
                        new SqlValue.Text(Breakdown.NONE),
                        new SqlValue.Text(Breakdown.OTHER),
                        new SqlValue.Whole(25));
    }

    @Test
    void splitsBySeveralValuesAtOnce() {
        ValueExpression url = new ValueExpression.TrimmedUrl(new ValueExpression.EventProperty("url"));
        SqlStatement statement = print(
                SIGN_UP, new Aggregation.CountPersons(), new Grouping.Whole(), new Breakdown(List.of(url, PLAN), 2));
        assertThat(statement.text())
                .contains(
                        "coalesce(nullif(regexp_replace(rtrim(json_extract_string(properties_12, ?), '/?#'), '^$', '/'),"
                                + " ''), ?) AS breakdown_1,\n")
                .contains("ORDER BY breakdown_1 = ? OR breakdown_2 = ?, sum(value) DESC, breakdown_1, breakdown_2\n")
                .contains("FROM grouped LEFT JOIN kept USING (breakdown_1, breakdown_2)\n");
    }

    @Test
    void comparesPropertiesWithoutLosingWhatIsMissing() {
        Condition condition = Condition.all(List.of(
                new Condition.OneOf(PLAN, List.of("pro", "team")),
                new Condition.NoneOf(PLAN, List.of("free")),
                Condition.any(List.of(
                        new Condition.Contains(PLAN, List.of("a%")),
                        new Condition.And(List.of(SIGN_UP, new Condition.NoneOf(PLAN, List.of("x", "y"))))))));
        SqlStatement statement =
                print(condition, new Aggregation.CountEvents(), new Grouping.Whole(), Breakdown.none());
        String plan = "json_extract_string(properties_2, ?)";
        assertThat(statement.text()).contains("""
                  AND list_position(?, %1$s) > 0
                  AND (%1$s = ?) IS NOT TRUE
                  AND (%1$s ILIKE ? OR (event = ? AND (list_position(?, %1$s) > 0) IS NOT TRUE))
                """.formatted(plan));
        assertThat(statement.parameters())
                .contains(new SqlValue.Texts(List.of("pro", "team")), new SqlValue.Text("%a%%"));
    }

    @Test
    void readsAPropertyOnceHoweverManyTextsItIsSearchedFor() {
        SqlStatement statement = print(
                new Condition.Contains(PLAN, List.of("a", "b", "c")),
                new Aggregation.CountEvents(),
                new Grouping.Whole(),
                Breakdown.none());
        assertThat(statement.text())
                .contains("\n  AND list_transform([json_extract_string(properties_2, ?)],"
                        + " lambda x: x ILIKE ? OR x ILIKE ? OR x ILIKE ?)[1]\n");
    }

    @Test
    void joinsWithALongList() {
        List<String> texts =
                IntStream.range(0, 1_001).mapToObj(Integer::toString).toList();
        SqlStatement statement = print(
                new Condition.NoneOf(PLAN, texts),
                new Aggregation.CountEvents(),
                new Grouping.Whole(),
                Breakdown.none());
        assertThat(statement.text())
                .contains("\n  AND (json_extract_string(properties_2, ?) IN (SELECT unnest(CAST(? AS VARCHAR[]))))"
                        + " IS NOT TRUE\n");
        assertThat(statement.parameters()).contains(new SqlValue.Texts(texts));
    }

    @Test
    void nothingThatAUserWroteIsPartOfTheText() {
        String hostile = "x') OR 1=1; DROP TABLE events; --/~";
        Condition condition = Condition.all(List.of(
                new Condition.OneOf(new ValueExpression.EventName(), List.of(hostile)),
                new Condition.Contains(new ValueExpression.EventProperty(hostile), List.of(hostile))));
        SqlStatement statement = print(
                condition,
                new Aggregation.CountEvents(),
                DAYS,
                new Breakdown(List.of(new ValueExpression.EventProperty(hostile)), 3));
        assertThat(statement.text()).doesNotContain("DROP").doesNotContain("1=1");
        assertThat(statement.parameters()).contains(new SqlValue.Text("/x') OR 1=1; DROP TABLE events; --~1~0"));
    }

    @Test
    void looksAtLargeValuesWhereThereAreSome() {
        SqlStatement statement = printLarge(
                Condition.all(List.of(
                        new Condition.OneOf(PLAN, List.of("pro", "x".repeat(2_001))),
                        new Condition.Contains(PLAN, List.of("a_")))),
                new Breakdown(List.of(PLAN), 25));
        String project = "project_id = ? AND timestamp >= ? AND timestamp < ? AND name = ?";
        String text = "CASE WHEN kind = 'json' AND number = 0 THEN json_extract_string(text, '$') ELSE text END";
        assertThat(statement.text())
                .contains("coalesce(nullif(coalesce(json_extract_string(properties_2, ?), large_1.text), ''), ?)")
                .contains("FROM large_values WHERE " + project + " AND number = 0) AS large_1"
                        + " ON large_1.owner = events.sequence\n")
                .contains("\n  AND (list_position(?, json_extract_string(properties_2, ?)) > 0 OR events.sequence IN"
                        + " (SELECT sequence FROM large_values WHERE " + project + " AND number = 0 AND"
                        + " (kind <> 'label' AND list_position(?, " + text + ") > 0"
                        + " OR kind = 'label' AND text IN (?))))\n")
                .contains("\n  AND (json_extract_string(properties_2, ?) ILIKE ? OR events.sequence IN"
                        + " (SELECT sequence FROM large_values WHERE " + project
                        + " AND kind IN ('string', 'json') AND " + text + " ILIKE ?))\n");
        assertThat(statement.parameters()).contains(new SqlValue.Text(LongText.label("x".repeat(2_001))));
    }

    @Test
    void putsPiecesTogetherOnlyWhereOneDoesNotTell() {
        for (String text : List.of("a%b", "x".repeat(301))) {
            assertThat(printLarge(new Condition.Contains(PLAN, List.of(text)), Breakdown.none())
                            .text())
                    .contains("string_agg(CASE WHEN number > 1 THEN substr(text, 301) ELSE ");
        }
        assertThat(printLarge(new Condition.Contains(PLAN, List.of("x".repeat(300))), Breakdown.none())
                        .text())
                .doesNotContain("string_agg");
    }

    @Test
    void findsTheEarliestEvent() {
        SqlStatement statement = DuckDbDialect.print(new EarliestPlan(PROJECT, FROM, SIGN_UP), LargeValues.ABSENT);
        assertThat(checked(statement).text()).isEqualTo("""
                SELECT epoch_us(min(timestamp)) AS earliest
                FROM events
                WHERE project_id = ?
                  AND timestamp >= ?
                  AND event = ?""");
    }

    @Test
    void listsTheValuesOfTheNewestEvents() {
        SqlStatement statement = DuckDbDialect.print(
                new ValuesPlan(PROJECT, new TimeBounds(FROM, UNTIL), SIGN_UP, PLAN, 400, 20_000, 50),
                LargeValues.ABSENT);
        assertThat(checked(statement).text()).isEqualTo("""
                SELECT value
                FROM (
                SELECT json_extract_string(properties_2, ?) AS value, timestamp
                FROM events
                WHERE project_id = ?
                  AND timestamp >= ?
                  AND timestamp < ?
                  AND event = ?
                  AND length(json_extract_string(properties_2, ?)) BETWEEN 1 AND ?
                ORDER BY timestamp DESC
                LIMIT ?)
                GROUP BY value
                ORDER BY max(timestamp) DESC, value
                LIMIT ?""");
        assertThat(statement.parameters())
                .endsWith(
                        new SqlValue.Text("/plan"),
                        new SqlValue.Whole(400),
                        new SqlValue.Whole(20_000),
                        new SqlValue.Whole(50));
    }

    private static SqlStatement printLarge(Condition condition, Breakdown breakdown) {
        return DuckDbDialect.print(
                new SeriesPlan(
                        PROJECT,
                        new TimeBounds(FROM, UNTIL),
                        condition,
                        new Aggregation.CountEvents(),
                        new Grouping.Whole(),
                        breakdown),
                LargeValues.PRESENT);
    }

    private static SqlStatement print(
            Condition condition, Aggregation aggregation, Grouping grouping, Breakdown breakdown) {
        return checked(DuckDbDialect.print(
                new SeriesPlan(PROJECT, new TimeBounds(FROM, UNTIL), condition, aggregation, grouping, breakdown),
                LargeValues.ABSENT));
    }

    /** Every statement reads the events once, those of the project only, and binds as much as it asks for. */
    private static SqlStatement checked(SqlStatement statement) {
        String text = statement.text();
        assertThat(text).containsOnlyOnce("FROM events\nWHERE project_id = ?");
        int before = text.indexOf("project_id = ?");
        assertThat(statement.parameters().get(parameters(text.substring(0, before))))
                .isEqualTo(new SqlValue.Whole(PROJECT.value()));
        assertThat(parameters(text)).isEqualTo(statement.parameters().size());
        return statement;
    }

    private static int parameters(String text) {
        // The one question mark that is no parameter stands in a list of characters to trim.
        return Math.toIntExact(
                text.replace("'/?#'", "").chars().filter(it -> it == '?').count());
    }
}
