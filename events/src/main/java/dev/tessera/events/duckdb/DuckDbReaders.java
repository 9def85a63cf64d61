package dev.tessera.events.duckdb;

import dev.tessera.events.EventStoreException;
import dev.tessera.events.QueryTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions on a few threads of its own, each with a connection; other questions wait for their turn.
 *
 * <p>The threads are platform threads: a query is one native call, and a virtual thread that made it would hold on to a
 * carrier that every request needs.
 */
final class DuckDbReaders {
    private static final long CLOSE_SECONDS = 10;

    private final DuckDbDatabase database;
    private final ExecutorService threads;
    private final Queue<Idle> idle = new ConcurrentLinkedQueue<>();
    private final Set<Inquiry<?>> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    DuckDbReaders(DuckDbDatabase database, int readers) {
        this.database = database;
        this.threads = Executors.newFixedThreadPool(
                readers, Thread.ofPlatform().name("duckdb-reader-", 1).factory());
    }

    /** A connection between two questions. */
    private record Idle(DuckDBConnection connection, int generation) {}

    /**
     * The answer to {@code question}.
     *
     * @throws QueryTimeoutException when there is none after {@code timeout}; then the query is stopped
     * @throws SQLException when the engine fails
     */
    <T> T ask(Inquiry.Question<T> question, Duration timeout) throws SQLException {
        if (!timeout.isPositive()) {
            throw new QueryTimeoutException(timeout);
        }
        Inquiry<T> inquiry = new Inquiry<>(question);
        Future<T> answer = submit(inquiry);
        try {
            return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            stop(inquiry, answer);
            throw new QueryTimeoutException(timeout);
        } catch (InterruptedException e) {
            stop(inquiry, answer);
            Thread.currentThread().interrupt();
            throw new EventStoreException("Interrupted while the event store was asked", e);
        } catch (CancellationException e) {
            throw new EventStoreException("The event store is closed", e);
        } catch (ExecutionException e) {
            throw cause(e);
        }
    }

    private <T> Future<T> submit(Inquiry<T> inquiry) {
        try {
            return threads.submit(() -> answer(inquiry));
        } catch (RejectedExecutionException e) {
            throw new EventStoreException("The event store is closed", e);
        }
    }

    private static void stop(Inquiry<?> inquiry, Future<?> answer) {
        answer.cancel(false);
        inquiry.stop();
    }

    private static SQLException cause(ExecutionException e) {
        return switch (e.getCause()) {
            case SQLException it -> it;
            case RuntimeException it -> throw it;
            case null, default -> new SQLException(e.getCause());
        };
    }

    private <T> T answer(Inquiry<T> inquiry) throws SQLException {
        running.add(inquiry);
        try {
            if (closed) {
                throw new EventStoreException("The event store is closed");
            }
            return answerOrReason(inquiry);
        } finally {
            inquiry.finish();
            running.remove(inquiry);
        }
    }

    private <T> T answerOrReason(Inquiry<T> inquiry) throws SQLException {
        try {
            return answerOn(take(), inquiry, inquiry::run);
        } catch (SQLException e) {
            if (!EngineErrors.hidesItsReason(e) || inquiry.stopped()) {
                throw e;
            }
            answerOn(take(), inquiry, inquiry::begin); // Fails again, and says why; if not, the reason has gone.
            return answerOn(take(), inquiry, inquiry::run);
        }
    }

    private <T> T answerOn(Idle used, Inquiry<?> inquiry, DuckDbWriter.Work<T> work) throws SQLException {
        boolean answered = false;
        try {
            T answer = work.run(used.connection());
            answered = true;
            return answer;
        } finally {
            if (answered && !inquiry.stopped() && used.generation() == database.generation()) {
                idle.add(used);
            } else {
                DuckDbDatabase.closeQuietly(used.connection());
            }
        }
    }

    private Idle take() throws SQLException {
        for (@Nullable Idle next = idle.poll(); next != null; next = idle.poll()) {
            if (next.generation() == database.generation()) {
                return next;
            }
            DuckDbDatabase.closeQuietly(next.connection());
        }
        int generation = database.generation();
        return new Idle(database.connect(), generation);
    }

    /** Closes connections that nobody uses, so that a database that was given up can be let go. */
    void closeIdle() {
        for (@Nullable Idle next = idle.poll(); next != null; next = idle.poll()) {
            DuckDbDatabase.closeQuietly(next.connection());
        }
    }

    /** Stops the queries under way and answers no more. */
    void close() {
        closed = true;
        for (Runnable waiting : threads.shutdownNow()) {
            if (waiting instanceof Future<?> answer) {
                answer.cancel(false);
            }
        }
        running.forEach(Inquiry::stop);
        try {
            threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeIdle();
    }
}
