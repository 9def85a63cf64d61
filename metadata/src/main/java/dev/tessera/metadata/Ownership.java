package dev.tessera.metadata;

import dev.tessera.kernel.tx.DatabaseUnavailableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * The right of one server to write a PostgreSQL database: an advisory lock on a connection that does nothing else.
 *
 * <p>A transaction that writes shares a second lock and then looks whether the first is still ours; who becomes the
 * owner waits for that second lock once. So a server that lost the database without noticing has either committed before
 * the next owner begins, or does not commit at all.
 */
final class Ownership implements AutoCloseable {
    /** Ours among the advisory locks of a database that others may use as well. */
    private static final int FAMILY = 0x7E55_E7A0;

    private static final int OWNER = 1;
    private static final int WRITING = 2;
    private static final int CONNECT_SECONDS = 5;
    /** A server that was killed just now holds its lock until PostgreSQL has noticed. */
    private static final String PATIENCE = "5s";

    private static final String NO_PATIENCE = "100ms";

    private final String url;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile int backend;
    private @Nullable Connection connection;

    private Ownership(String url) {
        this.url = url;
    }

    /**
     * Becomes the owner of the database that {@code url} names.
     *
     * @throws DatabaseUnavailableException when it cannot be reached or has another owner
     */
    static Ownership take(String url) {
        Ownership ownership = new Ownership(url);
        try {
            ownership.acquire(PATIENCE);
            return ownership;
        } catch (SQLException e) {
            ownership.close();
            throw new DatabaseUnavailableException(
                    "The database of TESSERA_DATABASE_URL cannot be used: " + Failures.message(e), Failures.safe(e));
        }
    }

    /** Makes sure that the transaction just begun on {@code writer} is the owner's until it ends. */
    void fence(Connection writer) throws SQLException {
        if (!shares(writer)) {
            writer.rollback(); // Who takes the lock waits for everybody that shares.
            retake();
            if (!shares(writer)) {
                throw new SQLTransientException("the lock of this server on the database was lost");
            }
        }
    }

    private boolean shares(Connection writer) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock_shared(" + FAMILY + ", " + WRITING + "); "
                    + "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid = " + backend
                    + " AND classid = " + FAMILY + " AND objid = " + OWNER);
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                return row.next() && row.getInt(1) > 0;
            }
        }
    }

    private void retake() throws SQLException {
        lock.lock();
        try {
            if (connection == null || !holds(connection)) {
                acquire(NO_PATIENCE);
            }
        } finally {
            lock.unlock();
        }
    }

    private static boolean holds(Connection connection) {
        try {
            return connection.isValid(CONNECT_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    private void acquire(String patience) throws SQLException {
        close();
        Connection made = connect();
        try (Statement statement = made.createStatement()) {
            statement.execute("SET lock_timeout = '" + patience + "'");
            lockAsOwner(statement);
            statement.execute("SET lock_timeout = '" + PATIENCE + "'");
            statement.execute("SELECT pg_advisory_lock(" + FAMILY + ", " + WRITING + ")");
            statement.execute("SELECT pg_advisory_unlock(" + FAMILY + ", " + WRITING + ")");
            try (ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
                row.next();
                backend = row.getInt(1);
            }
        } catch (SQLException e) {
            Quietly.close(made);
            throw e;
        }
        connection = made;
    }

    private static void lockAsOwner(Statement statement) throws SQLException {
        try {
            statement.execute("SELECT pg_advisory_lock(" + FAMILY + ", " + OWNER + ")");
        } catch (SQLException e) {
            if (Failures.LOCK_TIMEOUT.equals(e.getSQLState())) {
                throw new SQLTransientException(
                        "another Tessera server uses it, and there can be only one; stop that one first", e);
            }
            throw e;
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        properties.setProperty("loginTimeout", String.valueOf(CONNECT_SECONDS));
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "tessera-owner");
        Connection made = new Driver().connect(url, properties);
        if (made == null) {
            throw new SQLException("it must look like jdbc:postgresql://host/name?user=u&password=p");
        }
        return made;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (connection != null) {
                Quietly.close(connection);
                connection = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
