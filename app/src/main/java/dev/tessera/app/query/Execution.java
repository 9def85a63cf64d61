package dev.tessera.app.query;

import dev.tessera.events.AnswerTooLargeException;
import dev.tessera.events.EventStore;
import dev.tessera.events.QueryMemoryException;
import dev.tessera.events.QueryTimeoutException;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Clock;
import dev.tessera.query.nodes.TrendsQuery;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.plan.SeriesRow;
import dev.tessera.query.resolve.TrendsPlan;
import dev.tessera.query.resolve.TrendsResolver;
import dev.tessera.query.trends.TrendsResults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.node.ObjectNode;

/** Computes results: from the query to a plan, to the event store, to the response. */
final class Execution {
    /** A larger response would take too much memory on its way out. */
    private static final long MAX_RESPONSE_BYTES = 10L << 20;

    private final EventStore events;
    private final Clock clock;
    private final QueryLimits limits;
    private final Turns turns;

    Execution(EventStore events, Clock clock, QueryLimits limits) {
        this.events = events;
        this.clock = clock;
        this.limits = limits;
        this.turns = new Turns(limits.numbersAtOnce(), limits.turn());
    }

    /**
     * The result of {@code question} as of now.
     *
     * @throws ProblemException when the query cannot be answered, takes too long or does not get its turn
     */
    Computed run(Question question) throws InterruptedException {
        try {
            return switch (question.query()) {
                case TrendsQuery it -> trends(question, it, Deadline.in(limits.execution()));
            };
        } catch (QueryTimeoutException e) {
            throw tooSlow(limits.execution());
        } catch (QueryMemoryException e) {
            throw tooMuchMemory();
        } catch (AnswerTooLargeException e) {
            throw tooLarge();
        }
    }

    /** What those are told who have waited for {@code limit}. */
    static ProblemException tooSlow(Duration limit) {
        return new ProblemException(new Problem.Invalid(
                "timeout_exceeded",
                "There was no answer to this query within " + limit.toSeconds()
                        + " seconds. Choose a shorter range, a larger interval or fewer series.",
                "query"));
    }

    private static ProblemException tooMuchMemory() {
        return new ProblemException(new Problem.Invalid(
                "memory_limit_exceeded",
                "This query needs more memory than the event store may use, as filters and breakdowns by properties do"
                        + " when events are very large. Choose a shorter range, an event with smaller properties or"
                        + " fewer filters and breakdowns, or have TESSERA_EVENTS_MEMORY_MB raised.",
                "query"));
    }

    private static ProblemException tooLarge() {
        return new ProblemException(new Problem.Invalid(
                "answer_too_large",
                "The answer to this query would be larger than 10 MB. Choose a larger interval, a shorter range, a"
                        + " smaller \"breakdown_limit\", a breakdown by shorter values or filters with fewer of them.",
                "query"));
    }

    private Computed trends(Question question, TrendsQuery query, Deadline deadline) throws InterruptedException {
        Instant now = clock.now();
        TrendsPlan plan = TrendsResolver.resolve(
                query, question.project().scope(now), it -> events.earliest(it, deadline.left()));
        try (Turns.Turn _ = turns.take(plan.maxNumbers(), deadline)) {
            ObjectNode response = TrendsResults.response(plan, rows(plan.series(), deadline), List.of());
            Footprint footprint = Footprint.of(response);
            if (footprint.textBytes() > MAX_RESPONSE_BYTES) {
                throw tooLarge();
            }
            return new Computed(response, now, plan.range(), footprint);
        }
    }

    /** The answers to all plans, asked at once. */
    private List<List<SeriesRow>> rows(List<SeriesPlan> plans, Deadline deadline) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                List<Future<List<SeriesRow>>> asked = new ArrayList<>();
                for (SeriesPlan plan : plans) {
                    asked.add(threads.submit(() -> events.series(plan, deadline.left())));
                }
                List<List<SeriesRow>> rows = new ArrayList<>();
                for (Future<List<SeriesRow>> one : asked) {
                    rows.add(one.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS));
                }
                return rows;
            } catch (TimeoutException e) {
                throw new QueryTimeoutException(limits.execution());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException it ? it : new IllegalStateException(e.getCause());
            } finally {
                threads.shutdownNow(); // Whatever is still under way after a failure is of no use.
            }
        }
    }
}
