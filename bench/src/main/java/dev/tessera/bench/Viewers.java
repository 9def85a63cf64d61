package dev.tessera.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Some who look at a dashboard again and again, a while after they have seen it whole. The first of them refreshes it each
 * time, the others see what is in the cache as long as it is not too old.
 */
final class Viewers implements AutoCloseable {
    private static final long PAUSE_SECONDS = 20;

    private final ReferenceBoard board;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    private Viewers(ReferenceBoard board) {
        this.board = board;
    }

    /** Has {@code count} begin, evenly spread over a pause. */
    static Viewers of(ReferenceBoard board, int count) {
        Viewers viewers = new Viewers(board);
        for (int i = 0; i < count; i++) {
            long delay = TimeUnit.SECONDS.toMillis(PAUSE_SECONDS) * i / count;
            boolean refreshes = i == 0;
            viewers.threads.add(Thread.ofVirtual().name("viewer-" + i).start(() -> viewers.look(delay, refreshes)));
        }
        return viewers;
    }

    private void look(long delayMillis, boolean refreshes) {
        try {
            boolean stopped = stopping.await(delayMillis, TimeUnit.MILLISECONDS);
            while (!stopped) {
                long start = System.nanoTime();
                board.look(refreshes);
                nanos.add(System.nanoTime() - start);
                stopped = stopping.await(PAUSE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (IOException | BenchException | InterruptedException e) {
            failures.add(e.toString());
        }
    }

    /** Ends them and returns how long whole dashboards took. */
    Latencies stop() throws InterruptedException {
        close();
        for (Thread thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new BenchException("A viewer failed: " + failures.peek());
        }
        return new Latencies(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public void close() {
        stopping.countDown();
    }
}
