package dev.tessera.events.duckdb;

import dev.tessera.events.StoredEvent;
import dev.tessera.query.dialect.EventColumn;
import dev.tessera.query.dialect.duckdb.LargeValue;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Adds events to their table, and what their rows have no room for to that of large values. */
final class EventAppender implements AutoCloseable {
    private final DuckDBConnection connection;
    private final LargeValueProjects projects;
    private final DuckDBAppender rows;
    private @Nullable DuckDBAppender large;

    EventAppender(DuckDBConnection connection, LargeValueProjects projects) throws SQLException {
        this(connection, projects, EventColumn.TABLE);
    }

    /** For a table that is to become that of events. */
    EventAppender(DuckDBConnection connection, LargeValueProjects projects, String table) throws SQLException {
        this.connection = connection;
        this.projects = projects;
        this.rows = appender(table);
    }

    void add(StoredEvent event) throws SQLException {
        PropertyColumns properties = PropertyColumns.of(event.properties());
        rows.beginRow()
                .append(event.project().value())
                .appendUUID(event.uuid().getMostSignificantBits(), event.uuid().getLeastSignificantBits())
                .append(event.sequence().value())
                .append(event.event())
                .append(event.distinctId())
                .append(event.person().value())
                .appendEpochMicros(micros(event.timestamp()))
                .appendEpochMicros(micros(event.receivedAt()));
        for (String column : properties.columns()) {
            rows.append(column);
        }
        rows.endRow();
        addLarge(event, properties.large());
    }

    private void addLarge(StoredEvent event, List<LargeValue> values) throws SQLException {
        if (values.isEmpty()) {
            return;
        }
        projects.add(event.project());
        DuckDBAppender target = large;
        if (target == null) {
            target = appender(LargeValue.TABLE);
            large = target;
        }
        for (LargeValue value : values) {
            target.beginRow()
                    .append(event.project().value())
                    .append(event.sequence().value())
                    .appendEpochMicros(micros(event.timestamp()))
                    .append(value.name())
                    .append(value.kind().word())
                    .append(value.number())
                    .append(value.text())
                    .endRow();
        }
    }

    /** Hands over everything that was added; without it some of it is lost. */
    void flush() throws SQLException {
        rows.flush();
        if (large != null) {
            large.flush();
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            rows.close();
        } finally {
            if (large != null) {
                large.close();
            }
        }
    }

    private DuckDBAppender appender(String table) throws SQLException {
        return connection.createAppender(DuckDbDatabase.NAME, "main", table);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
