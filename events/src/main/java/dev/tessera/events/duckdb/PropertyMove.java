package dev.tessera.events.duckdb;

import dev.tessera.events.EventStoreException;
import dev.tessera.events.StoredEvent;
import dev.tessera.kernel.id.EventSequence;
import dev.tessera.kernel.id.PersonId;
import dev.tessera.kernel.id.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves events from the first schema, with properties in one column, to that with {@link PropertyColumns}. */
final class PropertyMove {
    private static final Logger LOG = LoggerFactory.getLogger(PropertyMove.class);
    private static final String TARGET = "events_by_column";
    private static final long FLUSH_CHARACTERS = 4 << 20;

    private PropertyMove() {}

    /**
     * Runs in the transaction of {@code connection}; a second one reads, since one cannot read and append at once.
     *
     * @throws EventStoreException when that fails; it says what may help
     */
    static void run(DuckDBConnection connection) throws SQLException {
        try (DuckDBConnection reading = connection.duplicate();
                EventAppender appender = new EventAppender(connection, new LargeValueProjects(), TARGET)) {
            DuckDbDatabase.use(reading);
            move(reading, appender);
        } catch (SQLException e) {
            throw new EventStoreException(
                    "The events cannot be moved to columns by property. Those of many kilobytes need more memory than usual"
                            + " for this: start once with TESSERA_EVENTS_MEMORY_MB=2048, say.",
                    e);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE events");
            statement.execute("ALTER TABLE " + TARGET + " RENAME TO events");
        }
    }

    private static void move(DuckDBConnection reading, EventAppender appender) throws SQLException {
        try (Statement statement = reading.createStatement()) {
            long events = count(statement);
            if (events > 0) {
                LOG.info("Moving {} events to columns by property, which takes minutes for millions", events);
            }
            try (ResultSet rows =
                    statement.executeQuery("SELECT project_id, uuid, sequence, event, distinct_id, person_id,"
                            + " epoch_us(timestamp), epoch_us(received_at), properties FROM events")) {
                long characters = 0;
                while (rows.next()) {
                    StoredEvent event = event(rows, rows.getString(9));
                    appender.add(event);
                    characters += event.properties().length();
                    if (characters > FLUSH_CHARACTERS) {
                        appender.flush();
                        characters = 0;
                    }
                }
            }
        }
        appender.flush();
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM events")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The event of a row whose first eight columns are what no schema has changed, with {@code properties}. */
    static StoredEvent event(ResultSet row, String properties) throws SQLException {
        return new StoredEvent(
                new ProjectId(row.getLong(1)),
                row.getObject(2, UUID.class),
                new EventSequence(row.getLong(3)),
                row.getString(4),
                row.getString(5),
                new PersonId(row.getLong(6)),
                Instant.EPOCH.plus(row.getLong(7), ChronoUnit.MICROS),
                Instant.EPOCH.plus(row.getLong(8), ChronoUnit.MICROS),
                properties);
    }
}
