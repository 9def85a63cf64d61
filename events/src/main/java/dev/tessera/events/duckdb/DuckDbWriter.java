package dev.tessera.events.duckdb;

import dev.tessera.events.StoredEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection that writes. A connection on which anything failed is thrown away, and the next call gets a new one
 * and looks up what was committed: a commit that reported a failure may have happened.
 *
 * <p>Transactions are begun by statement: the driver's {@code setAutoCommit(false)} begins none before the first
 * statement, and an appender would commit on its own.
 */
final class DuckDbWriter {
    private static final Logger LOG = LoggerFactory.getLogger(DuckDbWriter.class);
    private static final int IDLE_ROUNDS = 4;
    private static final int IDLE_SHARE = 8;
    private static final int SWEEP_ROWS = 10_000;

    private final DuckDbDatabase database;
    private final DuckDbConfig config;
    private final WriteFaults faults;
    private final LargeValueProjects large;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable DuckDBConnection connection;
    private volatile long applied;
    private long positions;
    private int roundsSinceAppend;

    DuckDbWriter(DuckDbDatabase database, DuckDbConfig config, WriteFaults faults, LargeValueProjects large) {
        this.database = database;
        this.config = config;
        this.faults = faults;
        this.large = large;
    }

    /** What a caller does with the connection. */
    @FunctionalInterface
    interface Work<T> {
        T run(DuckDBConnection connection) throws SQLException;
    }

    /** The position that is stored, looked up when the outcome of the last commit is not known. */
    long applied() throws SQLException {
        return run(_ -> applied);
    }

    /** Runs {@code work} on the connection, which is thrown away if that fails. */
    <T> T run(Work<T> work) throws SQLException {
        boolean done = false;
        lock.lock();
        try {
            T result = work.run(connected());
            done = true;
            return result;
        } finally {
            if (!done) {
                disconnect();
            }
            lock.unlock();
        }
    }

    /** Stores events and position in one transaction, unless an earlier call for this position did after all. */
    void append(List<StoredEvent> events, long position) throws SQLException {
        lock.lock();
        try {
            if (position < applied) {
                throw new IllegalArgumentException(
                        "Position " + position + " is before " + applied + ", which is applied");
            }
            boolean retry = connection == null;
            run(it -> {
                if (!retry || applied < position) {
                    write(it, events, position);
                    applied = position;
                }
                return true;
            });
            roundsSinceAppend = 0;
        } finally {
            lock.unlock();
        }
    }

    private void write(DuckDBConnection target, List<StoredEvent> events, long position) throws SQLException {
        try (Statement statement = target.createStatement()) {
            statement.execute("BEGIN TRANSACTION");
            try (EventAppender appender = new EventAppender(target, large)) {
                for (StoredEvent event : events) {
                    appender.add(event);
                }
                appender.flush();
            }
            statement.execute("INSERT INTO applied VALUES (" + position + ")");
            faults.beforeCommit();
            statement.execute("COMMIT");
            faults.afterCommit();
        }
    }

    /** Merges the log into the file when it is long, or when nothing was appended for some rounds. */
    void maintain() throws SQLException {
        run(it -> {
            roundsSinceAppend++;
            long log = logBytes();
            boolean idle = roundsSinceAppend >= IDLE_ROUNDS && log >= config.checkpointBytes() / IDLE_SHARE;
            if (log >= config.checkpointBytes() || idle) {
                sweep(it);
                checkpoint(it);
                roundsSinceAppend = 0;
            }
            return true;
        });
    }

    /** Deletes positions that a larger one has replaced, when there are many. */
    private void sweep(DuckDBConnection target) throws SQLException {
        if (positions >= SWEEP_ROWS) {
            try (Statement statement = target.createStatement()) {
                statement.execute("DELETE FROM applied WHERE position < " + applied);
            }
            positions = 1;
        }
    }

    /** Merges the log; a query that has run since before the last sweep is a reason to try again later. */
    private static void checkpoint(DuckDBConnection target) throws SQLException {
        try (Statement statement = target.createStatement()) {
            statement.execute("CHECKPOINT " + DuckDbDatabase.NAME);
        } catch (SQLException e) {
            if (!DuckDbDatabase.works(target)) {
                throw e;
            }
            LOG.debug("The event store's log is merged later: {}", e.getMessage());
        }
    }

    private long logBytes() {
        try {
            return Files.exists(config.writeAheadLog()) ? Files.size(config.writeAheadLog()) : 0;
        } catch (IOException e) {
            return 0; // It was merged and deleted just now.
        }
    }

    private DuckDBConnection connected() throws SQLException {
        DuckDBConnection present = connection;
        if (present == null) {
            present = database.connect();
            connection = present;
            large.load(present);
            try (Statement statement = present.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT max(position), count(*) FROM applied")) {
                rows.next();
                applied = rows.getLong(1);
                positions = rows.getLong(2);
            }
        }
        return present;
    }

    /** Gives the connection up; the next call gets a new one. */
    void disconnect() {
        lock.lock();
        try {
            DuckDbDatabase.closeQuietly(connection);
            connection = null;
        } finally {
            lock.unlock();
        }
    }
}
