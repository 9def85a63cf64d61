package dev.tessera.events.duckdb;

import dev.tessera.events.StoredEvent;
import dev.tessera.kernel.id.EventSequence;
import dev.tessera.kernel.id.PersonId;
import dev.tessera.kernel.id.ProjectId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the file of a closed event store holds. */
public final class DuckDbFile {
    private DuckDbFile() {}

    /** The events of the store that was kept in {@code directory}, by sequence. */
    public static List<StoredEvent> events(Path directory) {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:duckdb:" + DuckDbConfig.in(directory).file());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT project_id, uuid, sequence, event, distinct_id,"
                        + " person_id, epoch_us(timestamp), epoch_us(received_at), properties FROM events"
                        + " ORDER BY sequence, uuid")) {
            List<StoredEvent> events = new ArrayList<>();
            while (rows.next()) {
                events.add(event(rows));
            }
            return events;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                new ProjectId(row.getLong(1)),
                row.getObject(2, UUID.class),
                new EventSequence(row.getLong(3)),
                row.getString(4),
                row.getString(5),
                new PersonId(row.getLong(6)),
                instant(row.getLong(7)),
                instant(row.getLong(8)),
                row.getString(9));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
