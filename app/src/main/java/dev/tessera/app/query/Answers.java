package dev.tessera.app.query;

import dev.tessera.app.access.Project;
import dev.tessera.events.EventStore;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Clock;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Answers queries, from the cache or from the event store (spec/insights-and-query-api.md 3).
 *
 * <p>A result that is asked for several times at once is computed once. It is computed on a thread of its own, so that
 * whoever asked first may go without taking the answer away from the others.
 */
public final class Answers {
    private final Acknowledged acknowledged;
    private final Clock clock;
    private final QueryLimits limits;
    private final ResultCache cache;
    private final Flights<Computed> flights = new Flights<>();
    private final Execution execution;

    /** Answers from {@code events}, which has everything that {@code acknowledged} has waited for. */
    public Answers(EventStore events, Acknowledged acknowledged, Clock clock, QueryLimits limits) {
        this.acknowledged = acknowledged;
        this.clock = clock;
        this.limits = limits;
        this.cache = new ResultCache(limits.cacheBytes());
        this.execution = new Execution(events, clock, limits);
    }

    /**
     * The answer to {@code query}, wrapped or not.
     *
     * @throws ProblemException when the query is wrong, cannot be answered, took too long or did not get its turn
     */
    public Answer answer(Project project, JsonNode query, Refresh refresh) throws InterruptedException {
        Question question = Question.of(project, query);
        return switch (refresh) {
            case FORCE_CACHE -> remembered(question);
            case BLOCKING -> {
                Optional<Answer.Result> fresh = fresh(question);
                yield fresh.isPresent() ? fresh.get() : computed(question, Flights.Boarding.ANY);
            }
            case FORCE_BLOCKING -> {
                acknowledged.require(limits.acknowledged());
                yield computed(question, Flights.Boarding.NOT_STARTED);
            }
        };
    }

    /** The {@link Answer#cacheKey} of every answer to {@code query}, without answering it. */
    public String cacheKey(Project project, JsonNode query) {
        return Question.of(project, query).cacheKey();
    }

    private Answer remembered(Question question) {
        Optional<Computed> found = cache.find(question.cacheKey());
        return found.isPresent()
                ? Freshness.of(question, found.get(), clock.now()).answer(true)
                : new Answer.Missing(question.cacheKey());
    }

    private Optional<Answer.Result> fresh(Question question) {
        return cache.find(question.cacheKey())
                .map(it -> Freshness.of(question, it, clock.now()))
                .filter(Freshness::isFresh)
                .map(it -> it.answer(true));
    }

    private Answer.Result computed(Question question, Flights.Boarding boarding) throws InterruptedException {
        Computed computed = flights.board(question.cacheKey(), boarding, () -> compute(question))
                .await(limits.total())
                .orElseThrow(() -> Execution.tooSlow(limits.total()));
        return Freshness.of(question, computed, clock.now()).answer(false);
    }

    private Computed compute(Question question) throws InterruptedException {
        Computed computed = execution.run(question);
        cache.put(question.cacheKey(), computed);
        return computed;
    }
}
