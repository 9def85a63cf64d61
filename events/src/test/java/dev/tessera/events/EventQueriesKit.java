package dev.tessera.events;

import static dev.tessera.events.SampleEvents.PROJECT;
import static dev.tessera.events.SampleEvents.event;
import static dev.tessera.events.SampleEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.time.ZoneOffsets;
import dev.tessera.query.plan.Aggregation;
import dev.tessera.query.plan.Breakdown;
import dev.tessera.query.plan.Condition;
import dev.tessera.query.plan.EarliestPlan;
import dev.tessera.query.plan.Grouping;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.plan.SeriesRow;
import dev.tessera.query.plan.TimeBounds;
import dev.tessera.query.plan.ValueExpression;
import dev.tessera.query.plan.ValuesPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How every event store answers plans, by example; the random comparison with the interpreter is in its own kit. */
public abstract class EventQueriesKit {
    private static final ProjectId OTHER_PROJECT = new ProjectId(2);

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final TimeBounds FOUR_DAYS =
            new TimeBounds(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-05T00:00:00Z"));

    @TempDir
    Path directory;

    private EventStore store;

    /** The store kept in {@code directory}. */
    protected abstract EventStore open(Path directory);

    @BeforeEach
    void openStore() {
        store = open(directory);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void countsEventsByDay() {
        store.append(List.of(at(1, "2026-03-01T00:00:00Z"), at(2, "2026-03-01T23:59:59.999999Z")), 100);
        store.append(List.of(at(3, "2026-03-02T00:00:00Z"), at(4, "2026-03-04T12:00:00Z")), 200);
        assertThat(store.series(daily(PROJECT, new Aggregation.CountEvents()), PATIENCE))
                .containsExactlyInAnyOrder(row(0, 2), row(1, 1), row(3, 1));
    }

    @Test
    void countsPersonsOnceADay() {
        store.append(events(1, 1_441), 100);
        assertThat(store.series(daily(PROJECT, new Aggregation.CountPersons()), PATIENCE))
                .containsExactlyInAnyOrder(row(0, 10), row(1, 1));
    }

    @Test
    void countsOnlyWithinTheBoundsAndTheProject() {
        store.append(
                List.of(
                        at(1, "2026-02-28T23:59:59.999999Z"),
                        at(2, "2026-03-05T00:00:00Z"),
                        event(OTHER_PROJECT, 3),
                        event(OTHER_PROJECT, 4),
                        at(5, "2026-03-04T23:59:59.999999Z")),
                100);
        assertThat(store.series(daily(PROJECT, new Aggregation.CountEvents()), PATIENCE))
                .containsExactly(row(3, 1));
        assertThat(store.series(daily(OTHER_PROJECT, new Aggregation.CountEvents()), PATIENCE))
                .containsExactly(row(0, 2));
        assertThat(store.series(daily(new ProjectId(3), new Aggregation.CountEvents()), PATIENCE))
                .isEmpty();
    }

    @Test
    void breaksDownByNameAndPutsTheRestTogether() {
        store.append(events(1, 12), 100);
        SeriesPlan plan = new SeriesPlan(
                PROJECT,
                FOUR_DAYS,
                Condition.always(),
                new Aggregation.CountEvents(),
                new Grouping.Whole(),
                new Breakdown(List.of(new ValueExpression.EventName()), 1));
        assertThat(store.series(plan, PATIENCE))
                .containsExactlyInAnyOrder(
                        new SeriesRow(0, List.of("event 1"), 4), new SeriesRow(0, List.of(Breakdown.OTHER), 7));
    }

    @Test
    void keepsPropertiesAsTheyWere() {
        store.append(events(1, 12), 100);
        assertThat(store.series(only(new ValueExpression.EventProperty("text"), "it's \"ö\" 💡"), PATIENCE))
                .containsExactly(row(0, 11));
        assertThat(store.series(only(new ValueExpression.EventProperty("number"), "7"), PATIENCE))
                .containsExactly(row(0, 1));
        assertThat(store.series(only(new ValueExpression.EventProperty("missing"), "7"), PATIENCE))
                .isEmpty();
    }

    @Test
    void tellsWhenTheFirstEventHappened() {
        store.append(List.of(at(3, "2026-03-02T00:00:00.000001Z"), at(4, "2026-03-01T12:00:00.123456Z")), 100);
        Instant since = Instant.parse("2015-01-01T00:00:00Z");
        assertThat(store.earliest(new EarliestPlan(PROJECT, since, Condition.always()), PATIENCE))
                .contains(Instant.parse("2026-03-01T12:00:00.123456Z"));
        Instant later = Instant.parse("2026-03-01T12:00:00.123457Z");
        assertThat(store.earliest(new EarliestPlan(PROJECT, later, Condition.always()), PATIENCE))
                .contains(Instant.parse("2026-03-02T00:00:00.000001Z"));
        assertThat(store.earliest(new EarliestPlan(OTHER_PROJECT, since, Condition.always()), PATIENCE))
                .isEmpty();
    }

    @Test
    void listsValuesByWhenTheyCameLast() {
        store.append(
                List.of(
                        text(1, "2026-03-01T00:00:01Z", "\"b\""),
                        text(2, "2026-03-01T00:00:03Z", "\"a\""),
                        text(3, "2026-03-01T00:00:02Z", "7"),
                        text(4, "2026-03-01T00:00:04Z", "\"b\""),
                        text(5, "2026-03-01T00:00:05Z", "null"),
                        text(6, "2026-03-01T00:00:06Z", "\"\""),
                        text(7, "2026-03-01T00:00:07Z", "\"four\""),
                        text(8, "2026-03-05T00:00:00Z", "\"c\"")),
                100);
        store.append(List.of(SampleEvents.with(event(OTHER_PROJECT, 9), "{\"text\":\"x\"}")), 200);
        assertThat(store.values(values(Condition.always(), 100, 100), PATIENCE)).containsExactly("b", "a", "7");
        assertThat(store.values(values(Condition.always(), 100, 2), PATIENCE)).containsExactly("b", "a");
        assertThat(store.values(values(Condition.always(), 2, 100), PATIENCE)).containsExactly("b", "a");
        assertThat(store.values(values(Condition.always(), 1, 100), PATIENCE)).containsExactly("b");
        Condition contains = new Condition.Contains(new ValueExpression.EventProperty("text"), List.of("A"));
        assertThat(store.values(values(contains, 100, 100), PATIENCE)).containsExactly("a");
        assertThatThrownBy(() -> store.values(values(Condition.always(), 1, 1), Duration.ZERO))
                .isInstanceOf(QueryTimeoutException.class);
    }

    @Test
    void findsWhatIsOnAShortOrALongListAndWhatIsNot() {
        store.append(
                List.of(
                        SampleEvents.with(event(1), "{\"text\":\"7\"}"),
                        SampleEvents.with(event(2), "{\"text\":\"x\"}"),
                        SampleEvents.with(event(3), "{\"other\":\"7\"}")),
                100);
        ValueExpression text = new ValueExpression.EventProperty("text");
        for (int length : List.of(20, 1_000, 1_001, 9_000)) {
            List<String> texts =
                    IntStream.range(0, length).mapToObj(Integer::toString).toList();
            Condition listed = new Condition.OneOf(text, texts);
            Condition unlisted = new Condition.NoneOf(text, texts);
            assertThat(count(listed)).as("on a list of %s", length).isEqualTo(1);
            assertThat(count(unlisted)).as("not on a list of %s", length).isEqualTo(2);
            assertThat(count(Condition.any(List.of(listed, unlisted)))).isEqualTo(3);
        }
    }

    @Test
    void searchesForSeveralTextsWithWildcards() {
        store.append(
                List.of(
                        SampleEvents.with(event(1), "{\"text\":\"An Apple\"}"),
                        SampleEvents.with(event(2), "{\"text\":\"pear\"}"),
                        SampleEvents.with(event(3), "{\"text\":\"plum\"}"),
                        SampleEvents.with(event(4), "{}")),
                100);
        ValueExpression text = new ValueExpression.EventProperty("text");
        assertThat(count(new Condition.Contains(text, List.of("apple", "P_A")))).isEqualTo(2);
        assertThat(count(new Condition.Contains(text, List.of("x", "y")))).isZero();
    }

    @Test
    void answersAsManyListsAsAQueryCanHave() {
        store.append(List.of(SampleEvents.with(event(1), "{\"text\":\"7\"}")), 100);
        List<String> texts = IntStream.range(0, 35).mapToObj(Integer::toString).toList();
        Condition listed = new Condition.OneOf(new ValueExpression.EventProperty("text"), texts);
        assertThat(count(new Condition.And(Collections.nCopies(266, listed)))).isEqualTo(1);
    }

    private double count(Condition condition) {
        return store
                .series(
                        new SeriesPlan(
                                PROJECT,
                                FOUR_DAYS,
                                condition,
                                new Aggregation.CountEvents(),
                                new Grouping.Whole(),
                                Breakdown.none()),
                        PATIENCE)
                .stream()
                .mapToDouble(SeriesRow::value)
                .sum();
    }

    @Test
    void refusesAQueryThatHasNoTimeLeft() {
        store.append(events(1, 5_000), 100);
        SeriesPlan plan = daily(PROJECT, new Aggregation.CountEvents());
        assertThatThrownBy(() -> store.series(plan, Duration.ZERO)).isInstanceOf(QueryTimeoutException.class);
        assertThat(store.series(plan, PATIENCE)).hasSize(4);
    }

    @Test
    void answersManyQueriesAtOnceWhileItIsWritten() throws Exception {
        store.append(events(1, 1_000), 100);
        SeriesPlan plan = daily(PROJECT, new Aggregation.CountPersons());
        List<Callable<List<SeriesRow>>> queries = Collections.nCopies(40, () -> store.series(plan, PATIENCE));
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<SeriesRow>>> answers = new ArrayList<>();
            queries.forEach(it -> answers.add(executor.submit(it)));
            for (int batch = 0; batch < 10; batch++) {
                store.append(events(1_000 + batch * 10, 1_010 + batch * 10), 200 + batch);
                store.maintain();
            }
            for (Future<List<SeriesRow>> answer : answers) {
                assertThat(answer.get()).containsExactly(row(0, 10));
            }
        }
    }

    @Test
    void refusesBreakdownsWithMoreTextThanFitsIntoMemory() {
        List<StoredEvent> events = new ArrayList<>();
        for (int number = 1; number <= 3_000; number++) {
            events.add(SampleEvents.with(
                    at(number, "2026-03-01T00:00:00Z"), "{\"text\":\"" + number + "x".repeat(1_900) + "\"}"));
        }
        store.append(events, 100);
        assertThatThrownBy(() -> store.series(byText(3_000), PATIENCE)).isInstanceOf(AnswerTooLargeException.class);
        assertThat(store.series(byText(2), PATIENCE))
                .extracting(SeriesRow::value)
                .containsExactlyInAnyOrder(1.0, 1.0, 2_998.0);
    }

    @Test
    void answersNothingOnceClosed() {
        store.close();
        assertThatThrownBy(() -> store.series(daily(PROJECT, new Aggregation.CountEvents()), PATIENCE))
                .isInstanceOf(EventStoreException.class);
    }

    private static SeriesPlan daily(ProjectId project, Aggregation aggregation) {
        Grouping days = new Grouping.Steps(
                ZoneOffsets.utc(),
                FOUR_DAYS.from().toEpochMilli() * 1_000,
                Duration.ofDays(1).toNanos() / 1_000,
                4);
        return new SeriesPlan(project, FOUR_DAYS, Condition.always(), aggregation, days, Breakdown.none());
    }

    private static SeriesPlan byText(int limit) {
        return new SeriesPlan(
                PROJECT,
                FOUR_DAYS,
                Condition.always(),
                new Aggregation.CountEvents(),
                new Grouping.Whole(),
                new Breakdown(List.of(new ValueExpression.EventProperty("text")), limit));
    }

    /** Of values with three characters at most. */
    private static ValuesPlan values(Condition condition, int sample, int limit) {
        return new ValuesPlan(
                PROJECT, FOUR_DAYS, condition, new ValueExpression.EventProperty("text"), 3, sample, limit);
    }

    private static StoredEvent text(long number, String timestamp, String json) {
        return SampleEvents.with(at(number, timestamp), "{\"text\":" + json + "}");
    }

    private static SeriesPlan only(ValueExpression value, String text) {
        return new SeriesPlan(
                PROJECT,
                FOUR_DAYS,
                new Condition.OneOf(value, List.of(text)),
                new Aggregation.CountEvents(),
                new Grouping.Whole(),
                Breakdown.none());
    }

    private static SeriesRow row(long bucket, double value) {
        return new SeriesRow(bucket, List.of(), value);
    }

    private static StoredEvent at(long number, String timestamp) {
        StoredEvent event = event(number);
        return new StoredEvent(
                event.project(),
                event.uuid(),
                event.sequence(),
                event.event(),
                event.distinctId(),
                event.person(),
                Instant.parse(timestamp),
                event.receivedAt(),
                event.properties());
    }
}
