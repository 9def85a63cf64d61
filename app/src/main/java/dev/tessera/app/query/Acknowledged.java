package dev.tessera.app.query;

import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.time.Duration;

/** Waits for the events that somebody was told are stored. */
@FunctionalInterface
public interface Acknowledged {
    /** How long a request waits: far longer than the stores are ever behind while they work. */
    Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Returns when everything acknowledged before this call can be asked about.
     *
     * @return false when that took longer than {@code timeout}
     */
    boolean await(Duration timeout) throws InterruptedException;

    /**
     * Returns when everything acknowledged before this call can be asked about.
     *
     * @throws ProblemException when that took too long
     */
    default void require() throws InterruptedException {
        require(PATIENCE);
    }

    /**
     * Returns when everything acknowledged before this call can be asked about.
     *
     * @throws ProblemException when that took longer than {@code timeout}
     */
    default void require(Duration timeout) throws InterruptedException {
        if (!await(timeout)) {
            throw new ProblemException(new Problem.Unavailable(
                    "events_pending",
                    "Events that came before this request are still on their way into the store. Try again in a moment.",
                    2));
        }
    }
}
