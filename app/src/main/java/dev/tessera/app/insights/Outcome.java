package dev.tessera.app.insights;

import dev.tessera.app.query.Answer;
import dev.tessera.kernel.problem.Problem;

/** What became of the question of an insight (spec/insights-and-query-api.md 4.3). */
public sealed interface Outcome {
    /** There is no question, or none that can have an answer in the cache. */
    record Nothing() implements Outcome {}

    /** The cache has no answer, and none was wanted at the price of computing it. */
    record Missing(String cacheKey) implements Outcome {}

    /** An answer. */
    record Answered(Answer.Result result) implements Outcome {}

    /** The question is wrong, or cannot be answered; its author is told why. */
    record Refused(Problem problem) implements Outcome {}

    /**
     * Something else went wrong.
     *
     * @param message for clients, without anything internal
     */
    record Failed(String message) implements Outcome {}

    /** The same where a refusal cannot be the answer to the whole request: the status of the query tells it. */
    default Outcome toldInStatus() {
        return this instanceof Refused refused ? new Failed(refused.problem().detail()) : this;
    }
}
