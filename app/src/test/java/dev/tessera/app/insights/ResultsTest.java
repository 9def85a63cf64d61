package dev.tessera.app.insights;

import static dev.tessera.app.query.Samples.project;
import static dev.tessera.app.query.Samples.trends;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.query.Answer;
import dev.tessera.app.query.Answers;
import dev.tessera.app.query.FakeEventStore;
import dev.tessera.app.query.Refresh;
import dev.tessera.app.query.Samples;
import dev.tessera.events.EventStoreException;
import dev.tessera.events.QueryMemoryException;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.time.SettableClock;
import dev.tessera.query.plan.SeriesRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ResultsTest {
    private final FakeEventStore store = new FakeEventStore();
    private final Results results =
            new Results(new Answers(store, _ -> true, new SettableClock("2026-03-10T12:00:00Z"), Samples.noLimits()));

    @Test
    void computesAllAtOnceAndKeepsTheirOrder() throws Exception {
        CyclicBarrier together = new CyclicBarrier(8);
        store.answerWith(_ -> {
            await(together);
            return List.of(new SeriesRow(0, List.of(), 1));
        });
        List<Optional<JsonNode>> queries =
                List.of(days(0), days(1), days(2), days(3), days(4), days(5), days(6), days(7));
        List<Outcome> outcomes = results.of(project(), queries, Refresh.BLOCKING, _ -> true);
        assertThat(outcomes).extracting(ResultsTest::buckets).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void keepsAFailureToItsQuery() throws Exception {
        store.answerWith(_ -> {
            if (store.asked() == 1) {
                throw new EventStoreException("on purpose", new IllegalStateException());
            }
            return List.of();
        });
        List<Outcome> first = results.of(project(), List.of(days(1)), Refresh.BLOCKING, _ -> true);
        assertThat(first)
                .containsExactly(
                        new Outcome.Failed("There was a problem computing this insight. Try again in a moment."));
        List<Outcome> mixed =
                results.of(project(), List.of(wrong(), Optional.empty(), days(1)), Refresh.BLOCKING, _ -> true);
        assertThat(mixed.get(0))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, it -> assertThat(it.problem()).isInstanceOf(Problem.Invalid.class));
        assertThat(mixed.get(1)).isEqualTo(new Outcome.Nothing());
        assertThat(buckets(mixed.get(2))).isEqualTo(2);
    }

    @Test
    void aQueryThatNeedsTooMuchMemoryIsRefusedAndLeavesTheOthersAlone() throws Exception {
        store.answerWith(plan -> {
            if (plan.grouping().count() == 2) {
                throw new QueryMemoryException(new IllegalStateException("on purpose"));
            }
            return List.of();
        });
        List<Outcome> outcomes = results.of(project(), List.of(days(1), days(2)), Refresh.BLOCKING, _ -> true);
        assertThat(outcomes.get(0))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        it -> assertThat(it.problem().code()).isEqualTo("memory_limit_exceeded"));
        assertThat(buckets(outcomes.get(1))).isEqualTo(3);
    }

    @Test
    void asksNothingOfTheEventStoreForTheCache() throws Exception {
        List<Outcome> outcomes =
                results.of(project(), List.of(days(1), wrong(), Optional.empty()), Refresh.FORCE_CACHE, _ -> true);
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Missing.class);
        assertThat(outcomes.get(1)).isEqualTo(new Outcome.Nothing());
        assertThat(outcomes.get(2)).isEqualTo(new Outcome.Nothing());
        assertThat(store.asked()).isZero();
    }

    @Test
    void failsAResultThatThereIsNoMemoryForAndKeepsTheOthers() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        List<Outcome> outcomes =
                results.of(project(), List.of(days(1), days(2)), Refresh.BLOCKING, _ -> asked.incrementAndGet() == 1);
        assertThat(outcomes)
                .hasAtLeastOneElementOfType(Outcome.Answered.class)
                .contains(new Outcome.Failed("Too many large answers are being made just now. Try again in a moment."));
    }

    @Test
    void failsWhatIsTooMuchForOneAnswer() {
        ResultRoom room = new ResultRoom(_ -> true);
        Outcome large = new Outcome.Answered(
                new Answer.Result("k", Json.object(), 9L << 20, false, Instant.EPOCH, Optional.empty(), Instant.EPOCH));
        assertThat(room.admit(large)).isEqualTo(large);
        assertThat(room.admit(large))
                .isEqualTo(new Outcome.Failed(
                        "The results in this answer are too large together. Ask for this insight by itself."));
    }

    @Test
    void tellsARefusalInTheStatusWhereTheRequestCannotFail() {
        Outcome refused = new Outcome.Refused(new Problem.Invalid("No.", "query"));
        assertThat(refused.toldInStatus()).isEqualTo(new Outcome.Failed("No."));
        assertThat(new Outcome.Nothing().toldInStatus()).isEqualTo(new Outcome.Nothing());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int buckets(Outcome outcome) {
        return outcome instanceof Outcome.Answered it
                ? it.result().response().at("/results/0/data").size()
                : -1;
    }

    private static Optional<JsonNode> days(int count) {
        return Optional.of(trends("'dateRange': {'date_from': '-" + count + "d'}"));
    }

    private static Optional<JsonNode> wrong() {
        return Optional.of(Json.object().put("kind", "Nothing"));
    }
}
