package dev.tessera.metadata;

import dev.tessera.kernel.tx.DatabaseUnavailableException;
import dev.tessera.kernel.tx.Transactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.sqlite.SQLiteDataSource;

/**
 * The metadata store: a SQLite file or a database on a PostgreSQL server, of one server of ours. Opening it brings its
 * schema up to date.
 *
 * <p>Stores do their work in {@link #writing} and {@link #reading}; each joins the transaction that this thread has
 * open, or is one of its own. A failure of the engine is a {@link DatabaseUnavailableException}, a value that must be
 * unique and is not a {@link dev.tessera.kernel.tx.DuplicateException}; nothing of the transaction is left, and later
 * calls work again when the cause is gone.
 */
public final class Database implements Transactions, AutoCloseable {
    private final Connections connections;
    private final SQLDialect dialect;
    private final ScopedValue<Transaction> current = ScopedValue.newInstance();

    Database(Connections connections, SQLDialect dialect) {
        this.connections = connections;
        this.dialect = dialect;
    }

    /**
     * Opens the SQLite file, made with its folder when absent.
     *
     * @throws DatabaseUnavailableException when that cannot be done; the message is for the person who starts the server
     */
    public static Database sqlite(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new DatabaseUnavailableException("The folder of " + file + " cannot be made: " + e, e);
        }
        SQLiteDataSource migrations = new SQLiteDataSource();
        migrations.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        migrate(migrations, "sqlite");
        return new Database(new SqliteConnections(file), SQLDialect.SQLITE);
    }

    /**
     * Opens the database that a JDBC URL such as {@code jdbc:postgresql://host/name?user=u&password=p} names.
     *
     * @throws DatabaseUnavailableException when it cannot be reached or another server uses it; the message is for the
     *     person who starts the server, and has no password in it
     */
    public static Database postgresql(String url) {
        PostgresConnections connections = new PostgresConnections(url);
        boolean migrated = false;
        try {
            migrate(connections.dataSource(), "postgresql");
            migrated = true;
            return new Database(connections, SQLDialect.POSTGRES);
        } finally {
            if (!migrated) {
                connections.close();
            }
        }
    }

    @Override
    public <T> T write(Supplier<T> work) {
        return writing(_ -> work.get());
    }

    @Override
    public <T> T read(Supplier<T> work) {
        return reading(_ -> work.get());
    }

    /** Runs {@code work} in the open transaction, which must be one that writes, or in one of its own. */
    public <T> T writing(Function<DSLContext, T> work) {
        return in(true, transaction -> work.apply(transaction.dsl()));
    }

    /** Runs {@code work} in the open transaction, or in one of its own that reads. */
    public <T> T reading(Function<DSLContext, T> work) {
        return in(false, transaction -> work.apply(transaction.dsl()));
    }

    /** Like {@link #writing}, for hot statements that are plain SQL. */
    public <T> T writingJdbc(JdbcWork<T> work) {
        return in(true, transaction -> work.run(transaction.connection()));
    }

    /** Like {@link #reading}, for hot statements that are plain SQL. */
    public <T> T readingJdbc(JdbcWork<T> work) {
        return in(false, transaction -> work.run(transaction.connection()));
    }

    /**
     * Makes sure that this server may write.
     *
     * @throws DatabaseUnavailableException when the engine is away or another server has taken the database
     */
    public void checkOwned() {
        try {
            connections.checkOwned();
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }

    private <T> T in(boolean writes, Work<T> work) {
        try {
            if (current.isBound()) {
                if (writes && !current.get().writes()) {
                    throw new IllegalStateException("A store wanted to write inside a transaction that only reads");
                }
                return joined(current.get(), work);
            }
            try (Connections.Lease lease = writes ? connections.writer() : connections.reader()) {
                return inNew(lease, writes, work);
            }
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    /** A part that fails spoils the whole, even if its caller catches the failure: what it did so far cannot be undone alone. */
    private static <T> T joined(Transaction transaction, Work<T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.run(transaction);
            done = true;
            return result;
        } finally {
            if (!done) {
                transaction.spoil();
            }
        }
    }

    private <T> T inNew(Connections.Lease lease, boolean writes, Work<T> work) throws SQLException {
        Transaction transaction = new Transaction(lease.connection(), DSL.using(lease.connection(), dialect), writes);
        try {
            T result = ScopedValue.where(current, transaction).call(() -> work.run(transaction));
            if (transaction.spoilt()) {
                throw new IllegalStateException("A part of the transaction failed, so nothing of it is kept");
            }
            lease.commit();
            return result;
        } catch (RuntimeException e) {
            throw Failures.translate(e);
        } catch (AssertionError e) {
            throw Failures.translate(e);
        }
    }

    private static void migrate(DataSource source, String dialect) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration/" + dialect)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnavailableException(
                    "The metadata store cannot be opened and brought up to date: "
                            + String.valueOf(e.getMessage()).strip(),
                    e);
        }
    }

    /** The transaction that a thread has open. */
    private static final class Transaction {
        private final Connection connection;
        private final DSLContext dsl;
        private final boolean writes;
        private boolean failedInPart;

        Transaction(Connection connection, DSLContext dsl, boolean writes) {
            this.connection = connection;
            this.dsl = dsl;
            this.writes = writes;
        }

        Connection connection() {
            return connection;
        }

        DSLContext dsl() {
            return dsl;
        }

        boolean writes() {
            return writes;
        }

        void spoil() {
            failedInPart = true;
        }

        /** Whether it would commit the half of something. */
        boolean spoilt() {
            return writes && failedInPart;
        }
    }

    private interface Work<T> {
        T run(Transaction transaction) throws SQLException;
    }
}
