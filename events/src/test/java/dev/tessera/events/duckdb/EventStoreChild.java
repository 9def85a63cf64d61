package dev.tessera.events.duckdb;

import dev.tessera.events.SampleEvents;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process that appends 300 events at a time until it is killed, and prints each position that was stored. */
final class EventStoreChild {
    static final int BATCH = 300;

    private EventStoreChild() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        DuckDbConfig config = new DuckDbConfig(Path.of(arguments[0]), 128, 2, 1, 1);
        try (DuckDbEventStore store = DuckDbEventStore.open(config)) {
            for (long from = store.appliedPosition(); from < Integer.MAX_VALUE; from += BATCH) {
                store.append(SampleEvents.events(from + 1, from + 1 + BATCH), from + BATCH);
                out.println(from + BATCH);
                store.maintain();
            }
        }
    }
}
