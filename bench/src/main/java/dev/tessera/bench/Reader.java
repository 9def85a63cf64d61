package dev.tessera.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Somebody who asks the same question every second and wants a fresh answer. */
final class Reader implements AutoCloseable {
    private final Server server;
    private final JsonNode query;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Long> nanos = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "reader");
    private volatile String failure = "";

    Reader(Server server, JsonNode query) {
        this.server = server;
        this.query = query;
        thread.start();
    }

    private void run() {
        try {
            do {
                long start = System.nanoTime();
                server.query(query);
                nanos.add(System.nanoTime() - start);
            } while (!stopping.await(1, TimeUnit.SECONDS));
        } catch (IOException | BenchException | InterruptedException e) {
            failure = e.toString();
        }
    }

    /** Ends it and returns how long its answers took. */
    Latencies stop() throws InterruptedException {
        close();
        thread.join();
        if (!failure.isEmpty()) {
            throw new BenchException("The reader failed: " + failure);
        }
        return new Latencies(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public void close() {
        stopping.countDown();
    }
}
