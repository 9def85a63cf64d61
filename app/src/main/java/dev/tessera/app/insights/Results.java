package dev.tessera.app.insights;

import dev.tessera.app.access.Project;
import dev.tessera.app.http.FailureLog;
import dev.tessera.app.query.Answer;
import dev.tessera.app.query.Answers;
import dev.tessera.app.query.Refresh;
import dev.tessera.events.EventStoreException;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Answers the questions of insights, many at once; one that fails leaves the others alone. */
public final class Results {
    private static final Logger log = LoggerFactory.getLogger(Results.class);

    /** Longer than one answer may take, so that it only ends what does not end by itself. */
    private static final Duration DEADLINE = Duration.ofSeconds(70);

    private static final String INTERNAL = "There was a problem computing this insight. Try again in a moment.";
    private static final String LATE = "This insight was not computed in time. Try again in a moment.";

    private final Answers answers;
    private final FailureLog failures = new FailureLog(System::nanoTime);

    public Results(Answers answers) {
        this.answers = answers;
    }

    /**
     * What becomes of {@code queries}, in their order.
     *
     * @param memory takes so many bytes for a result, or is false; then the result fails
     */
    public List<Outcome> of(Project project, List<Optional<JsonNode>> queries, Refresh refresh, LongPredicate memory)
            throws InterruptedException {
        ResultRoom room = new ResultRoom(memory);
        List<Callable<Outcome>> tasks = new ArrayList<>();
        for (Optional<JsonNode> query : queries) {
            tasks.add(() -> room.admit(of(project, query, refresh)));
        }
        return refresh == Refresh.FORCE_CACHE ? oneByOne(project, queries, room) : atOnce(tasks);
    }

    /** What becomes of one query, if there is one. */
    public Outcome of(Project project, Optional<JsonNode> query, Refresh refresh, LongPredicate memory)
            throws InterruptedException {
        return new ResultRoom(memory).admit(of(project, query, refresh));
    }

    private Outcome of(Project project, Optional<JsonNode> query, Refresh refresh) throws InterruptedException {
        if (query.isEmpty()) {
            return new Outcome.Nothing();
        }
        try {
            return switch (answers.answer(project, query.get(), refresh)) {
                case Answer.Result it -> new Outcome.Answered(it);
                case Answer.Missing it -> new Outcome.Missing(it.cacheKey());
            };
        } catch (ProblemException e) {
            return refresh == Refresh.FORCE_CACHE ? new Outcome.Nothing() : failed(e.problem());
        } catch (EventStoreException e) {
            failures.add("An insight", "events_unavailable", e);
            return new Outcome.Failed(INTERNAL);
        } catch (RuntimeException e) {
            log.error("An insight could not be computed", e);
            return new Outcome.Failed(INTERNAL);
        }
    }

    private List<Outcome> oneByOne(Project project, List<Optional<JsonNode>> queries, ResultRoom room)
            throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Optional<JsonNode> query : queries) {
            outcomes.add(room.admit(of(project, query, Refresh.FORCE_CACHE)));
        }
        return outcomes;
    }

    private static List<Outcome> atOnce(List<Callable<Outcome>> tasks) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> done : threads.invokeAll(tasks, DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
                outcomes.add(outcome(done));
            }
            return outcomes;
        }
    }

    private static Outcome outcome(Future<Outcome> done) throws InterruptedException {
        try {
            return done.get();
        } catch (CancellationException e) {
            return new Outcome.Failed(LATE);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Outcome failed(Problem problem) {
        return switch (problem) {
            case Problem.Invalid it -> new Outcome.Refused(it);
            case Problem.Throttled _ -> new Outcome.Failed("concurrency_limit_exceeded");
            case Problem.Malformed _,
                    Problem.Unauthenticated _,
                    Problem.Forbidden _,
                    Problem.NotFound _,
                    Problem.MethodNotAllowed _,
                    Problem.Conflict _,
                    Problem.TooSlow _,
                    Problem.TooLarge _,
                    Problem.UnsupportedMediaType _,
                    Problem.Unavailable _ -> new Outcome.Failed(problem.detail());
        };
    }
}
