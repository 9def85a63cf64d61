package dev.tessera.bench;

import java.time.Duration;

/**
 * How much is done.
 *
 * @param storedEvents events in the store before queries and deduplication are measured
 * @param persons who send them
 * @param warmUp how long half of that rate comes in before, so that the server's code is compiled
 * @param openLoop how long events come in at a fixed rate
 * @param smallBatches how long requests of 1 and of 20 events are sent
 * @param freshEvents events with new uuids that are sent to the full store
 * @param starts how often a start is repeated
 * @param queries how often a query is repeated
 */
record Scale(
        int storedEvents,
        int persons,
        Duration warmUp,
        Duration openLoop,
        Duration smallBatches,
        int freshEvents,
        int starts,
        int queries) {
    static final Scale FULL = new Scale(
            5_000_000,
            300_000,
            Duration.ofSeconds(20),
            Duration.ofSeconds(120),
            Duration.ofSeconds(30),
            1_000_000,
            7,
            30);

    static final Scale QUICK = new Scale(
            300_000, 20_000, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(5), 100_000, 3, 10);
}
