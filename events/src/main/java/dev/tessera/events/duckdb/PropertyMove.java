package dev.tessera.events.duckdb;

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

    private PropertyMove() {}

    /** Runs in the transaction of {@code connection}; a second one reads, since one cannot read and append at once. */
    static void run(DuckDBConnection connection) throws SQLException {
        try (DuckDBConnection reading = connection.duplicate();
                EventAppender appender = new EventAppender(connection, new LargeValueProjects(), TARGET)) {
            DuckDbDatabase.use(reading);
            long moved = move(reading, appender);
            if (moved > 0) {
                LOG.info("Moved {} events to columns by property", moved);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE events");
            statement.execute("ALTER TABLE " + TARGET + " RENAME TO events");
        }
    }

    private static long move(DuckDBConnection reading, EventAppender appender) throws SQLException {
        long moved = 0;
        try (Statement statement = reading.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT project_id, uuid, sequence, event, distinct_id, person_id,"
                                + " epoch_us(timestamp), epoch_us(received_at), properties FROM events")) {
            while (rows.next()) {
                appender.add(event(rows));
                moved++;
            }
        }
        appender.flush();
        return moved;
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                new ProjectId(row.getLong(1)),
                row.getObject(2, UUID.class),
                new EventSequence(row.getLong(3)),
                row.getString(4),
                row.getString(5),
                new PersonId(row.getLong(6)),
                Instant.EPOCH.plus(row.getLong(7), ChronoUnit.MICROS),
                Instant.EPOCH.plus(row.getLong(8), ChronoUnit.MICROS),
                row.getString(9));
    }
}
