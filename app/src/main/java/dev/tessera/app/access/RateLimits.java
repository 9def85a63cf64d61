package dev.tessera.app.access;

import dev.tessera.app.http.Operation;
import dev.tessera.kernel.time.Clock;

/** How many requests a key, or an address without a key, may make (spec/access.md 9). */
@FunctionalInterface
public interface RateLimits {
    /**
     * Counts a request to {@code operation}.
     *
     * @throws dev.tessera.kernel.problem.ProblemException {@link dev.tessera.kernel.problem.Problem.Throttled} when it is
     *     one too many; then it is not counted
     */
    void spend(Spender spender, Operation operation);

    /** Whose requests are counted together. */
    sealed interface Spender {
        /** Those with the key that has this id. */
        record Key(String id) implements Spender {}

        /** Those of nobody known that come from this address. */
        record Address(String text) implements Spender {}
    }

    /** Limits of the specification, by the time of {@code clock}. */
    static RateLimits on(Clock clock) {
        return new BucketRateLimits(clock);
    }

    /** No limits. */
    static RateLimits off() {
        return (_, _) -> {};
    }
}
