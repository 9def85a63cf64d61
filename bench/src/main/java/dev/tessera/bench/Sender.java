package dev.tessera.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Sends a load over several connections. What is answered with 503 is sent again after a second, as an SDK does. */
final class Sender {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final int port;
    private final Load load;
    private final long[] latencies;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final boolean stopAtRefusal;

    private Sender(int port, Load load, boolean stopAtRefusal) {
        this.port = port;
        this.load = load;
        this.stopAtRefusal = stopAtRefusal;
        this.latencies = new long[load.requests()];
    }

    /**
     * What came of it.
     *
     * @param seconds from the first request to the last answer
     * @param latencies of acknowledgements, from when a request was due, with all of its repetitions
     * @param refusals answers with 503
     */
    record Outcome(long events, double seconds, Latencies latencies, int refusals) {
        double eventsPerSecond() {
            return events / seconds;
        }
    }

    /** Sends the next request as soon as a connection is free, until {@code limit} or until there is none left. */
    static Outcome asFastAsPossible(int port, Load load, int connections, Duration limit) {
        return new Sender(port, load, false).run(connections, _ -> 0, limit);
    }

    /** Sends requests when they are due, {@code perSecond} of them, whether or not the earlier ones are answered. */
    static Outcome atRate(int port, Load load, int connections, double perSecond) {
        return new Sender(port, load, false).run(connections, i -> (long) (i * 1e9 / perSecond), Duration.ofDays(1));
    }

    /** Sends as fast as possible until the server says that it cannot keep up, which is when its journal is full. */
    static Outcome untilRefused(int port, Load load, int connections) {
        return new Sender(port, load, true).run(connections, _ -> 0, Duration.ofDays(1));
    }

    private Outcome run(int connections, DueTime due, Duration limit) {
        long start = System.nanoTime();
        try (ExecutorService executor = Executors.newFixedThreadPool(connections)) {
            IntStream.range(0, connections)
                    .<Future<?>>mapToObj(_ -> executor.submit(() -> {
                        work(start, due, limit);
                        return null;
                    }))
                    .toList()
                    .forEach(Sender::await);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        int sent = (int) Arrays.stream(latencies).filter(nanos -> nanos > 0).count();
        long[] measured = Arrays.stream(latencies).filter(nanos -> nanos > 0).toArray();
        return new Outcome((long) sent * load.eventsEach(), seconds, new Latencies(measured), refusals.get());
    }

    private void work(long start, DueTime due, Duration limit) throws IOException {
        try (Connection connection = new Connection(port)) {
            for (int i = next.getAndIncrement(); i < load.requests(); i = next.getAndIncrement()) {
                byte[] body = load.body(i);
                long from = waitUntilDue(start, due.nanosAfterStart(i));
                if (from - start > limit.toNanos()) {
                    return;
                }
                if (!send(connection, body)) {
                    return;
                }
                latencies[i] = System.nanoTime() - from;
            }
        }
    }

    /** When the request was due, or now when it need not wait. */
    private static long waitUntilDue(long start, long nanosAfterStart) {
        long now = System.nanoTime();
        long due = start + nanosAfterStart;
        if (nanosAfterStart == 0) {
            return now;
        }
        while (now < due) {
            LockSupport.parkNanos(due - now);
            now = System.nanoTime();
        }
        return due;
    }

    /** False when it was not accepted and is not to be repeated. */
    private boolean send(Connection connection, byte[] body) throws IOException {
        int status = connection.post(body);
        while (status == 503) {
            refusals.incrementAndGet();
            if (stopAtRefusal) {
                next.set(load.requests());
                return false;
            }
            LockSupport.parkNanos(RETRY.toNanos());
            status = connection.post(body);
        }
        if (status != 200) {
            throw new BenchException("The server answered " + status + " to a batch");
        }
        return true;
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted");
        } catch (ExecutionException e) {
            throw new BenchException("Sending failed: " + e.getCause());
        }
    }

    private interface DueTime {
        long nanosAfterStart(int request);
    }
}
