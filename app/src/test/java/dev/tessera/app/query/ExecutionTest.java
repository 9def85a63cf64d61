package dev.tessera.app.query;

import static dev.tessera.app.query.Samples.PATIENCE;
import static dev.tessera.app.query.Samples.json;
import static dev.tessera.app.query.Samples.project;
import static dev.tessera.app.query.Samples.trends;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tessera.events.AnswerTooLargeException;
import dev.tessera.events.EventStoreException;
import dev.tessera.events.QueryMemoryException;
import dev.tessera.events.QueryTimeoutException;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.SettableClock;
import dev.tessera.query.plan.Aggregation;
import dev.tessera.query.plan.SeriesRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExecutionTest {
    private static final JsonNode EVENTS_AND_PERSONS =
            json("{'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode'}, {'kind': 'EventsNode', 'math': 'dau'}]}");

    private final FakeEventStore store = new FakeEventStore();
    private final SettableClock clock = new SettableClock("2026-03-10T12:00:00Z");

    @Test
    void asksForEverySeriesAtOnce() throws Exception {
        Gate gate = new Gate();
        store.answerWith(plan -> {
            if (plan.aggregation() instanceof Aggregation.CountPersons) {
                gate.open();
                return List.of(new SeriesRow(0, List.of(), 2));
            }
            return gate.pass(List.of(new SeriesRow(0, List.of(), 1)));
        });
        Computed computed = execution(PATIENCE).run(Question.of(project(), EVENTS_AND_PERSONS));
        assertThat(computed.response().at("/results/0/count").intValue()).isEqualTo(1);
        assertThat(computed.response().at("/results/1/count").intValue()).isEqualTo(2);
        assertThat(computed.lastRefresh()).isEqualTo(clock.now());
    }

    @Test
    void allTimeBeginsWithTheFirstEvent() throws Exception {
        store.earliest("2026-02-01T10:00:00Z");
        Computed computed = run(trends("'dateRange': {'date_from': 'all'}"));
        assertThat(computed.range().from().toInstant()).isEqualTo(Instant.parse("2026-02-01T10:00:00Z"));
    }

    @Test
    void aQueryThatTheStoreStoppedWasTooSlow() {
        store.answerWith(_ -> {
            throw new QueryTimeoutException(Duration.ofSeconds(1));
        });
        Problem problem = problem(trends(""));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("timeout_exceeded");
        assertThat(problem.detail()).contains("within 60 seconds").endsWith("fewer series.");
    }

    @Test
    void aStoreThatDoesNotKeepToTheTimeIsInterrupted() throws Exception {
        Gate gate = new Gate();
        store.answerWith(_ -> gate.pass(List.of()));
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> execution(Duration.ofMillis(1)).run(Question.of(project(), trends(""))))
                        .problem()
                        .code())
                .isEqualTo("timeout_exceeded");
        gate.awaitInterruption();
    }

    @Test
    void theFailureOfOneSeriesStopsTheOthers() throws Exception {
        Gate gate = new Gate();
        store.answerWith(plan -> {
            if (plan.aggregation() instanceof Aggregation.CountPersons) {
                return gate.pass(List.of());
            }
            awaitArrival(gate);
            throw new EventStoreException("away");
        });
        assertThatThrownBy(() -> execution(PATIENCE).run(Question.of(project(), EVENTS_AND_PERSONS)))
                .isInstanceOf(EventStoreException.class)
                .hasMessage("away");
        gate.awaitInterruption();
    }

    @Test
    void refusesAnswersThatAreTooLargeToSend() {
        String values = ("'" + "x".repeat(9_000) + "', ").repeat(99) + "'x'";
        store.answerWith(_ -> List.of(
                new SeriesRow(0, List.of("a"), 1),
                new SeriesRow(0, List.of("b"), 1),
                new SeriesRow(0, List.of("c"), 1),
                new SeriesRow(0, List.of("d"), 1)));
        String breakdown = "'breakdownFilter': {'breakdown': 'plan'}, 'properties': [{'key': 'a', 'value': [";
        JsonNode acceptable = trends(breakdown + values + "]}]");
        JsonNode tooLarge = trends(breakdown + values + "]}, {'key': 'b', 'value': [" + values
                + "]}, {'key': 'c', 'value': [" + values + "]}]");
        assertThat(problem(tooLarge).code()).isEqualTo("answer_too_large");
        assertThat(problem(tooLarge).detail()).contains("Choose a larger interval");
        assertThat(run(acceptable).footprint().textBytes()).isBetween(3_500_000L, 4_000_000L);
    }

    @Test
    void saysWhatToDoAboutAQueryThatNeedsTooMuchMemory() {
        store.answerWith(_ -> {
            throw new QueryMemoryException(new IllegalStateException("on purpose"));
        });
        Problem problem = problem(trends(""));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("memory_limit_exceeded");
        assertThat(problem.detail()).contains("Choose a shorter range").doesNotContain("on purpose");
    }

    @Test
    void refusesAnswersThatTheStoreCouldNotKeepInMemory() {
        store.answerWith(_ -> {
            throw new AnswerTooLargeException("too large");
        });
        assertThat(problem(trends("")).code()).isEqualTo("answer_too_large");
    }

    private Execution execution(Duration limit) {
        return new Execution(store, clock, Samples.limits(limit, 1_000_000));
    }

    private Computed run(JsonNode query) {
        try {
            return execution(PATIENCE).run(Question.of(project(), query));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Problem problem(JsonNode query) {
        return catchThrowableOfType(ProblemException.class, () -> run(query)).problem();
    }

    private static void awaitArrival(Gate gate) {
        try {
            gate.awaitArrival();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
