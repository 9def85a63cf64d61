package dev.tessera.app.query;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Computations that are shared by those who want the same thing at the same time.
 *
 * <p>Under one key at most one computation runs. Whoever must not have what a running one has read already waits for
 * the next, together with everybody who comes until that one starts.
 */
final class Flights<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Flight> latest = new HashMap<>();

    /** Which computations will do. */
    enum Boarding {
        /** Any that is under way. */
        ANY,
        /** Only one that has read nothing yet. */
        NOT_STARTED
    }

    /** The computation under {@code key} that will do, or else a new one that does {@code work}. */
    Flight board(String key, Boarding boarding, Callable<T> work) {
        lock.lock();
        try {
            @Nullable Flight current = latest.get(key);
            if (current != null && (boarding == Boarding.ANY || !current.started)) {
                return current;
            }
            Flight next = new Flight(key, current == null ? new CountDownLatch(0) : current.ended, work);
            latest.put(key, next);
            Thread.ofVirtual().name("query").start(next.task);
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** One computation. */
    final class Flight {
        private final String key;
        private final CountDownLatch ended = new CountDownLatch(1);
        private final FutureTask<T> task;
        private boolean started;

        private Flight(String key, CountDownLatch before, Callable<T> work) {
            this.key = key;
            this.task = new FutureTask<>(() -> run(before, work));
        }

        /**
         * The result, or empty when there is none after {@code timeout}. The computation does not mind who gives up.
         *
         * @throws RuntimeException what made the computation fail
         */
        Optional<T> await(Duration timeout) throws InterruptedException {
            try {
                return Optional.of(task.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                return Optional.empty();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException it ? it : new IllegalStateException(e.getCause());
            }
        }

        private T run(CountDownLatch before, Callable<T> work) throws Exception {
            try {
                before.await();
                start();
                return work.call();
            } finally {
                end();
            }
        }

        private void start() {
            lock.lock();
            try {
                started = true;
            } finally {
                lock.unlock();
            }
        }

        private void end() {
            lock.lock();
            try {
                latest.remove(key, this);
            } finally {
                lock.unlock();
            }
            ended.countDown();
        }
    }
}
