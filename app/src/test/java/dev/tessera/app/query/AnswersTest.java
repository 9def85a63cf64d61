package dev.tessera.app.query;

import static dev.tessera.app.query.Samples.PATIENCE;
import static dev.tessera.app.query.Samples.json;
import static dev.tessera.app.query.Samples.project;
import static dev.tessera.app.query.Samples.trends;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tessera.events.EventStoreException;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AnswersTest {
    private static final JsonNode TODAY = trends("'dateRange': {'date_from': 'dStart'}");

    private final FakeEventStore store = new FakeEventStore();
    private final SettableClock clock = new SettableClock("2026-03-10T12:00:00Z");
    private final Answers answers = new Answers(store, _ -> true, clock, Samples.noLimits());

    @Test
    void computesNothingForThoseWhoWantOnlyTheCache() throws Exception {
        Answer answer = answers.answer(project(), TODAY, Refresh.FORCE_CACHE);
        assertThat(answer).isEqualTo(new Answer.Missing(answers.cacheKey(project(), TODAY)));
        assertThat(store.asked()).isZero();
    }

    @Test
    void answersFromTheCacheWhatItHasComputed() throws Exception {
        store.answerWith(3);
        Answer.Result first = result(Refresh.BLOCKING);
        clock.advance(Duration.ofHours(1));
        store.answerWith(4);
        for (Refresh refresh : List.of(Refresh.BLOCKING, Refresh.FORCE_CACHE)) {
            Answer.Result second = result(refresh);
            assertThat(second.cached()).isTrue();
            assertThat(second.response()).isSameAs(first.response());
            assertThat(second.lastRefresh()).isEqualTo(first.lastRefresh());
        }
        assertThat(first.cached()).isFalse();
        assertThat(first.lastRefresh()).isEqualTo(Instant.parse("2026-03-10T12:00:00Z"));
        assertThat(count(first)).isEqualTo(3);
        assertThat(store.asked()).isEqualTo(1);
    }

    @Test
    void aForcedRefreshReplacesWhatTheCacheHas() throws Exception {
        store.answerWith(3);
        result(Refresh.BLOCKING);
        clock.advance(Duration.ofMinutes(1));
        store.answerWith(4);
        Answer.Result forced = result(Refresh.FORCE_BLOCKING);
        assertThat(forced.cached()).isFalse();
        assertThat(forced.lastRefresh()).isEqualTo(Instant.parse("2026-03-10T12:01:00Z"));
        assertThat(count(result(Refresh.FORCE_CACHE))).isEqualTo(4);
    }

    @Test
    void aStaleResultIsShownOnlyToThoseWhoTakeWhatTheCacheHas() throws Exception {
        store.answerWith(3);
        result(Refresh.BLOCKING);
        clock.advance(Duration.ofHours(6).plusNanos(1_000));
        store.answerWith(4);
        assertThat(count(result(Refresh.FORCE_CACHE))).isEqualTo(3);
        Answer.Result again = result(Refresh.BLOCKING);
        assertThat(again.cached()).isFalse();
        assertThat(count(again)).isEqualTo(4);
    }

    @Test
    void aWrappedQueryHasTheAnswerOfItsSource() throws Exception {
        JsonNode wrapped = json("{'kind': 'InsightVizNode', 'source': " + TODAY + "}");
        result(Refresh.BLOCKING);
        assertThat(answers.answer(project(), wrapped, Refresh.FORCE_CACHE)).isInstanceOf(Answer.Result.class);
    }

    @Test
    void aForcedRefreshAsksTheStoreAfterWhatWasAcknowledgedIsThere() throws Exception {
        List<String> steps = new ArrayList<>();
        store.answerWith(_ -> {
            steps.add("asked");
            return List.of();
        });
        Answers waiting = new Answers(store, _ -> steps.add("waited"), clock, Samples.noLimits());
        waiting.answer(project(), TODAY, Refresh.BLOCKING);
        waiting.answer(project(), TODAY, Refresh.FORCE_BLOCKING);
        assertThat(steps).containsExactly("asked", "waited", "asked");
    }

    @Test
    void aForcedRefreshFailsWhenTheStoreIsBehind() {
        Answers behind = new Answers(store, _ -> false, clock, Samples.noLimits());
        ProblemException e = catchThrowableOfType(
                ProblemException.class, () -> behind.answer(project(), TODAY, Refresh.FORCE_BLOCKING));
        assertThat(e.problem()).isInstanceOf(Problem.Unavailable.class);
        assertThat(e.problem().detail()).endsWith("Try again in a moment.");
        assertThat(store.asked()).isZero();
    }

    @Test
    void aFailureIsNotKept() throws Exception {
        store.answerWith(_ -> {
            throw new EventStoreException("away");
        });
        assertThatThrownBy(() -> answers.answer(project(), TODAY, Refresh.BLOCKING))
                .isInstanceOf(EventStoreException.class);
        assertThat(answers.answer(project(), TODAY, Refresh.FORCE_CACHE)).isInstanceOf(Answer.Missing.class);
        store.answerWith(4);
        assertThat(count(result(Refresh.BLOCKING))).isEqualTo(4);
    }

    @Test
    void givesUpWaitingForAComputationThatGoesOn() {
        Gate gate = new Gate();
        store.answerWith(_ -> gate.pass(List.of()));
        QueryLimits impatient =
                new QueryLimits(PATIENCE, PATIENCE, PATIENCE, Duration.ofMillis(1), 1_000_000, 16 << 20);
        Answers hasty = new Answers(store, _ -> true, clock, impatient);
        ProblemException e =
                catchThrowableOfType(ProblemException.class, () -> hasty.answer(project(), TODAY, Refresh.BLOCKING));
        assertThat(e.problem().code()).isEqualTo("timeout_exceeded");
        gate.open();
    }

    @Test
    void projectsDoNotShareAnswers() throws Exception {
        result(Refresh.BLOCKING);
        assertThat(answers.answer(Samples.project(2, "UTC", OptionalInt.empty(), "[]"), TODAY, Refresh.FORCE_CACHE))
                .isInstanceOf(Answer.Missing.class);
    }

    @Test
    void behaviour15aChangedZoneIsAnotherAnswer() throws Exception {
        result(Refresh.BLOCKING);
        assertThat(answers.answer(
                        Samples.project(1, "Asia/Tokyo", OptionalInt.empty(), "[]"), TODAY, Refresh.FORCE_CACHE))
                .isInstanceOf(Answer.Missing.class);
    }

    private Answer.Result result(Refresh refresh) throws InterruptedException {
        return switch (answers.answer(project(), TODAY, refresh)) {
            case Answer.Result it -> it;
            case Answer.Missing it -> throw new AssertionError("Nothing there: " + it);
        };
    }

    private static double count(Answer.Result result) {
        return result.response().at("/results/0/count").doubleValue();
    }
}
