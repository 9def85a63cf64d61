package dev.tessera.app.query;

import java.time.Duration;

/**
 * What queries may take.
 *
 * @param acknowledged wait for events that were acknowledged, before a forced refresh
 * @param turn wait until other queries leave room
 * @param execution time in the event store, with the wait for a turn
 * @param total wait for an answer that is being computed, also when an older computation has to end first
 * @param numbersAtOnce how many numbers the results under way may have, all queries together
 * @param cacheBytes memory of the cache
 */
public record QueryLimits(
        Duration acknowledged, Duration turn, Duration execution, Duration total, int numbersAtOnce, long cacheBytes) {
    public QueryLimits {
        if (numbersAtOnce < 1 || cacheBytes < 0) {
            throw new IllegalArgumentException(numbersAtOnce + " numbers at once, a cache of " + cacheBytes + " bytes");
        }
    }

    /** Limits for the heap of 144 MB that the product runs with. */
    public static QueryLimits defaults() {
        return new QueryLimits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(40),
                Duration.ofSeconds(50),
                200_000,
                16L << 20);
    }
}
