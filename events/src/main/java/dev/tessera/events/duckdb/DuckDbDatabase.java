package dev.tessera.events.duckdb;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open database file, and the connections to it.
 *
 * <p>DuckDB gives up a database for good when, for example, a checkpoint finds the disk full; it must then be closed and
 * opened anew. {@link #connect} does so once all other connections to the broken one are closed.
 */
final class DuckDbDatabase {
    /** What the database is called in statements. */
    static final String NAME = "tessera";

    /**
     * Rows that are stored together. A checkpoint writes the last group anew, and one of large values has texts of 2 KB in
     * its rows; docs/decisions/0016-property-columns.md has what this costs and saves.
     */
    private static final int ROW_GROUP_SIZE = 16_384;

    private static final Logger LOG = LoggerFactory.getLogger(DuckDbDatabase.class);

    private final DuckDbConfig config;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable DuckDBConnection root;
    private @Nullable TemporaryDirectory temporary;
    private final AtomicInteger generation = new AtomicInteger();

    DuckDbDatabase(DuckDbConfig config) {
        this.config = config;
    }

    /**
     * A new connection that works. The first one opens the file, making it when it is missing, and brings its schema up
     * to date.
     */
    DuckDBConnection connect() throws SQLException {
        lock.lock();
        try {
            DuckDBConnection present = root;
            if (present != null) {
                try {
                    return working(present);
                } catch (SQLException e) {
                    LOG.warn("The event store's database no longer answers and is opened anew", e);
                    close();
                }
            }
            present = open();
            root = present;
            generation.incrementAndGet();
            return working(present);
        } finally {
            lock.unlock();
        }
    }

    /** Which opening of the file new connections belong to; those of an earlier one are of no use. */
    int generation() {
        return generation.get();
    }

    private DuckDBConnection open() throws SQLException {
        TemporaryDirectory made = TemporaryDirectory.in(config.directory());
        @Nullable DuckDBConnection opened = null;
        try {
            opened = DriverManager.getConnection("jdbc:duckdb:", config.properties(made.path()))
                    .unwrap(DuckDBConnection.class);
            attach(opened);
            made.deleteOthers();
            DuckDbSchema.migrate(opened);
            temporary = made;
            return opened;
        } catch (SQLException | RuntimeException e) {
            closeQuietly(opened);
            made.deleteWhenEmpty();
            throw e;
        }
    }

    /**
     * Opens the file beside a database in memory that nobody uses: only so can the size of row groups be said. Then what
     * could reach other files is switched off, which is never switched on again.
     */
    private void attach(DuckDBConnection opened) throws SQLException {
        String file = config.file().toString().replace("'", "''");
        try (Statement statement = opened.createStatement()) {
            statement.execute("ATTACH '" + file + "' AS " + NAME + " (ROW_GROUP_SIZE " + ROW_GROUP_SIZE + ")");
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
            use(opened);
        }
    }

    /** Makes {@link #NAME} the database of tables that are named without one. */
    static void use(DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("USE " + NAME);
        }
    }

    private static DuckDBConnection working(DuckDBConnection root) throws SQLException {
        DuckDBConnection connection = root.duplicate();
        if (works(connection)) {
            use(connection);
            return connection;
        }
        connection.close();
        throw new SQLException("The database does not answer");
    }

    /** Whether {@code connection} still answers. */
    static boolean works(DuckDBConnection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM " + NAME + ".schema_version")) {
            return rows.next();
        } catch (SQLException e) {
            return false;
        }
    }

    /** Closes the file as soon as its last connection is closed; what the log holds is merged into it. */
    void close() {
        lock.lock();
        try {
            closeQuietly(root);
            root = null;
            if (temporary != null) {
                temporary.deleteWhenEmpty();
                temporary = null;
            }
        } finally {
            lock.unlock();
        }
    }

    static void closeQuietly(@Nullable AutoCloseable closeable) {
        if (closeable != null) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.warn("A part of the event store did not close cleanly", e);
            }
        }
    }
}
