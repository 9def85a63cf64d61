package dev.tessera.events.duckdb;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/** One question on its way to an answer; another thread may stop it at any moment. */
final class Inquiry<T> {
    private static final long AGAIN_MILLIS = 50;

    private final Question<T> question;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile @Nullable DuckDBPreparedStatement statement;
    private volatile boolean stopped;

    Inquiry(Question<T> question) {
        this.question = question;
    }

    /** A statement, and how its result is read. */
    interface Question<T> {
        DuckDBPreparedStatement prepare(DuckDBConnection connection) throws SQLException;

        T answer(DuckDBPreparedStatement statement) throws SQLException;
    }

    /** The answer over {@code connection}. It may be asked for again after a failure, until it is finished. */
    T run(DuckDBConnection connection) throws SQLException {
        return with(connection, question::answer);
    }

    /** Makes the engine begin with the answer, in the way in which the driver says why that fails. */
    boolean begin(DuckDBConnection connection) throws SQLException {
        return with(connection, prepared -> {
            try (DuckDBChunkedResult result = prepared.query()) {
                return !result.isClosed();
            }
        });
    }

    private <R> R with(DuckDBConnection connection, Use<R> use) throws SQLException {
        try (DuckDBPreparedStatement prepared = question.prepare(connection)) {
            statement = prepared;
            if (stopped) {
                throw new SQLException("Stopped before it began");
            }
            return use.of(prepared);
        } finally {
            statement = null;
        }
    }

    /** What is done with the prepared statement. */
    @FunctionalInterface
    private interface Use<R> {
        R of(DuckDBPreparedStatement statement) throws SQLException;
    }

    /** It will not run again. */
    void finish() {
        finished.countDown();
    }

    /** Whether somebody wanted it stopped; then its connection may still be told to stop, and is of no further use. */
    boolean stopped() {
        return stopped;
    }

    /** Stops the query as soon as it can be stopped, and does not wait for that. */
    void stop() {
        stopped = true;
        Thread.ofVirtual().name("query-stop").start(this::stopUntilFinished);
    }

    /** A stop that comes right before the engine begins is lost, hence the repetition. */
    private void stopUntilFinished() {
        try {
            for (DuckDBPreparedStatement running = statement; running != null; running = statement) {
                cancel(running);
                if (finished.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void cancel(DuckDBPreparedStatement running) {
        try {
            running.cancel();
        } catch (SQLException e) {
            // It was closed in between: it has finished.
        }
    }
}
