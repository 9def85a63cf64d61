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

/**
 * Brings a database to the newest schema, one numbered script after the other, each in a transaction of its own.
 *
 * <p>A script that was released never changes; a change is a new script at the end.
 */
final class DuckDbSchema {
    private static final List<String> SCRIPTS = List.of("001_events.sql");

    private DuckDbSchema() {}

    /**
     * Runs the scripts that {@code connection}'s database lacks. When one fails, the connection is to be closed: that
     * takes the unfinished script back.
     *
     * @throws EventStoreException when the database was written by a newer release
     */
    static void migrate(Connection connection) throws SQLException {
        migrate(connection, SCRIPTS.stream().map(DuckDbSchema::script).toList());
    }

    static void migrate(Connection connection, List<String> scripts) throws SQLException {
        int version = version(connection);
        if (version > scripts.size()) {
            throw new EventStoreException(
                    "The event store was written by a newer release (its schema has version " + version
                            + ", this release knows " + scripts.size() + "). Start that release, or restore a backup.");
        }
        for (int next = version; next < scripts.size(); next++) {
            run(connection, scripts.get(next), next + 1);
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

    private static void run(Connection connection, String script, int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN TRANSACTION");
            statement.execute(script);
            statement.execute("INSERT INTO schema_version VALUES (" + version + ")");
            statement.execute("COMMIT");
        }
    }

    private static String script(String name) {
        try (InputStream script = DuckDbSchema.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException("The jar lacks the schema script " + name);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
