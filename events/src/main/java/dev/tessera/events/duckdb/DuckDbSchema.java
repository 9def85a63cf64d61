package dev.tessera.events.duckdb;

import dev.tessera.events.EventStoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBConnection;

/**
 * Brings a database to the newest schema, one numbered step after the other, each in a transaction of its own.
 *
 * <p>A step that was released never changes; a change is a new step at the end.
 */
final class DuckDbSchema {
    private static final List<Step> STEPS =
            List.of(script("001_events.sql"), script("002_property_columns.sql").then(PropertyMove::run));

    private DuckDbSchema() {}

    /** What leads from one version to the next. */
    @FunctionalInterface
    interface Step {
        void run(DuckDBConnection connection) throws SQLException;

        /** This step, and {@code next} in the same transaction. */
        default Step then(Step next) {
            return connection -> {
                run(connection);
                next.run(connection);
            };
        }

        /** Runs {@code sql}. */
        static Step sql(String sql) {
            return connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            };
        }
    }

    /**
     * Runs the steps that {@code connection}'s database lacks. When one fails, the connection is to be closed: that
     * takes the unfinished step back.
     *
     * @throws EventStoreException when the database was written by a newer release
     */
    static void migrate(DuckDBConnection connection) throws SQLException {
        migrate(connection, STEPS);
    }

    static void migrate(DuckDBConnection connection, List<Step> steps) throws SQLException {
        int version = version(connection);
        if (version > steps.size()) {
            throw new EventStoreException("The event store was written by a newer release (its schema has version "
                    + version + ", this release knows " + steps.size() + "). Start that release, or restore a backup.");
        }
        for (int next = version; next < steps.size(); next++) {
            run(connection, steps.get(next), next + 1);
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
            try (ResultSet rows = statement.executeQuery("SELECT coalesce(max(version), 0) FROM schema_version")) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static void run(DuckDBConnection connection, Step step, int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN TRANSACTION");
            step.run(connection);
            statement.execute("INSERT INTO schema_version VALUES (" + version + ")");
            statement.execute("COMMIT");
        }
    }

    /** Runs the script {@code name}, which lies beside this class. */
    static Step script(String name) {
        try (InputStream script = DuckDbSchema.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException("The jar lacks the schema script " + name);
            }
            return Step.sql(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
