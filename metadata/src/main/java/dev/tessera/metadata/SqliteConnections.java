package dev.tessera.metadata;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sqlite.SQLiteConfig;

/**
 * Connections to one SQLite file: a single writer, because the engine allows one, and a few readers that it does not
 * hold up (write-ahead log). They are opened when first needed.
 */
final class SqliteConnections implements Connections {
    private static final int READERS = 4;
    private static final int WAIT_SECONDS = 10;

    /** How long the engine itself waits for another process (a backup, a shell) that holds the file. */
    private static final int BUSY_MILLIS = 5_000;

    private static final int WRITER_CACHE_KIB = 8_192;
    private static final int READER_CACHE_KIB = 2_048;

    private final String url;
    private final Pool writers;
    private final Pool readers;

    SqliteConnections(Path file) {
        this.url = "jdbc:sqlite:" + file.toAbsolutePath();
        this.writers = new Pool(1, this::openWriter);
        this.readers = new Pool(READERS, this::openReader);
    }

    @Override
    public Lease writer() throws SQLException {
        return writers.lease();
    }

    @Override
    public Lease reader() throws SQLException {
        return readers.lease();
    }

    /** Nothing to look at: the lock on the data folder's journal keeps other servers away. */
    @Override
    public void checkOwned() {}

    /** Closes what is idle; a connection in use is closed when it is given back. The log is folded into the file. */
    @Override
    public void close() {
        readers.close();
        writers.close();
    }

    private Connection openWriter() throws SQLException {
        SQLiteConfig config = config(WRITER_CACHE_KIB);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return begin(config);
    }

    private Connection openReader() throws SQLException {
        SQLiteConfig config = config(READER_CACHE_KIB);
        Connection connection = config.createConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
        }
        return connection;
    }

    private Connection begin(SQLiteConfig config) throws SQLException {
        Connection connection = config.createConnection(url);
        connection.setAutoCommit(false);
        return connection;
    }

    private static SQLiteConfig config(int cacheKib) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setCacheSize(-cacheKib);
        return config;
    }

    private interface Opening {
        Connection open() throws SQLException;
    }

    private static final class Pool {
        private final Semaphore free;
        private final Opening opening;
        private final Deque<Connection> idle = new ArrayDeque<>();
        private boolean closed;

        Pool(int size, Opening opening) {
            this.free = new Semaphore(size, true);
            this.opening = opening;
        }

        Lease lease() throws SQLException {
            try {
                if (!free.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                    throw new SQLTransientException("No connection was free for " + WAIT_SECONDS + " seconds");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLTransientException("Interrupted while waiting for a connection", e);
            }
            boolean done = false;
            try {
                Connection connection = begin();
                done = true;
                return new PooledLease(this, connection);
            } finally {
                if (!done) {
                    free.release();
                }
            }
        }

        private Connection begin() throws SQLException {
            Optional<Connection> kept = take();
            Connection connection = kept.isPresent() ? kept.get() : opening.open();
            boolean begun = false;
            try {
                connection.setAutoCommit(false);
                begun = true;
                return connection;
            } finally {
                if (!begun) {
                    Quietly.close(connection);
                }
            }
        }

        private synchronized Optional<Connection> take() throws SQLException {
            if (closed) {
                throw new SQLTransientException("The database is closed");
            }
            return Optional.ofNullable(idle.pollLast());
        }

        private synchronized boolean keep(Connection connection) {
            return !closed && idle.offerLast(connection);
        }

        void giveBack(Connection connection, boolean usable) {
            try {
                if (!usable || !keep(connection)) {
                    Quietly.close(connection);
                }
            } finally {
                free.release();
            }
        }

        synchronized void close() {
            closed = true;
            idle.forEach(Quietly::close);
            idle.clear();
        }
    }

    /**
     * The driver begins a transaction when auto-commit is switched off and commits when it is switched on. Its own
     * {@code commit} would begin the next at once, and an idle writer would keep other processes out.
     */
    private static final class PooledLease implements Lease {
        private final Pool pool;
        private final Connection connection;
        private State state = State.OPEN;

        PooledLease(Pool pool, Connection connection) {
            this.pool = pool;
            this.connection = connection;
        }

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public void commit() throws SQLException {
            state = State.IN_DOUBT;
            connection.setAutoCommit(true);
            state = State.COMMITTED;
        }

        @Override
        public void close() {
            pool.giveBack(
                    connection,
                    switch (state) {
                        case COMMITTED -> true;
                        case OPEN -> Quietly.rollback(connection);
                        case IN_DOUBT -> false;
                    });
        }

        private enum State {
            OPEN,
            COMMITTED,
            IN_DOUBT
        }
    }
}
