package dev.tessera.bench;

import dev.tessera.bench.Sender.Outcome;
import dev.tessera.kernel.json.Json;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * What came of sending, when everything that was acknowledged has reached the stores.
 *
 * @param seconds from the first request until a fresh query was answered
 */
record Settled(Outcome outcome, double seconds) {
    static Settled after(Server server, Supplier<Outcome> sending) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Outcome outcome = sending.get();
        server.query(Json.parse(Questions.CHEAP));
        return new Settled(outcome, (System.nanoTime() - start) / 1e9);
    }

    /** Events a second, the time to apply the last of them included. */
    Figure figure(String benchmark, String name) {
        return new Figure(benchmark, name, outcome.events() / seconds, "events/s");
    }
}
