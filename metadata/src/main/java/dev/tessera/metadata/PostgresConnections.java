package dev.tessera.metadata;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;

/** Connections to a PostgreSQL server, pooled; a broken one is replaced when it is next asked for. */
final class PostgresConnections implements Connections {
    private static final int SIZE = 8;
    private static final long WAIT_MILLIS = 5_000;

    private final Ownership ownership;
    private final HikariDataSource pool;

    /**
     * Connects to the database that {@code url} names, which becomes this server's alone.
     *
     * @throws dev.tessera.kernel.tx.DatabaseUnavailableException when it cannot be reached or has another owner
     */
    PostgresConnections(String url) {
        this.ownership = Ownership.take(url);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName("metadata");
        config.setMaximumPoolSize(SIZE);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setAutoCommit(false);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("socketTimeout", "60");
        config.setInitializationFailTimeout(-1); // The owner has just connected.
        this.pool = new HikariDataSource(config);
    }

    @Override
    public Lease writer() throws SQLException {
        Lease lease = pooled();
        try {
            ownership.fence(lease.connection());
            return lease;
        } catch (SQLException e) {
            lease.close();
            throw e;
        }
    }

    private Lease pooled() throws SQLException {
        try {
            return new PooledLease(pool.getConnection());
        } catch (SQLException e) {
            if (pool.isClosed()) {
                throw new SQLTransientException("The database is closed", e);
            }
            throw e;
        }
    }

    @Override
    public Lease reader() throws SQLException {
        Lease lease = pooled();
        try (Statement statement = lease.connection().createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            return lease;
        } catch (SQLException e) {
            lease.close();
            throw e;
        }
    }

    @Override
    public void checkOwned() throws SQLException {
        writer().close();
    }

    HikariDataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        ownership.close();
    }

    private record PooledLease(Connection connection) implements Lease {
        @Override
        public void commit() throws SQLException {
            connection.commit();
        }

        /** The pool itself rolls back what is not committed and drops a connection that failed. */
        @Override
        public void close() {
            Quietly.close(connection);
        }
    }
}
