package dev.tessera.events.duckdb;

import dev.tessera.events.EventKey;
import dev.tessera.events.EventStore;
import dev.tessera.kernel.id.EventSequence;
import dev.tessera.kernel.id.ProjectId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.duckdb.DuckDBConnection;

/** Looks up the keys of stored events. */
final class DuckDbKeys {
    private static final int BATCH = 5_000;

    private DuckDbKeys() {}

    /** Those of {@code keys} that are stored. */
    static Map<EventKey, EventSequence> find(DuckDBConnection connection, Set<EventKey> keys) throws SQLException {
        Map<EventKey, EventSequence> found = new HashMap<>();
        List<UUID> uuids =
                new ArrayList<>(new HashSet<>(keys.stream().map(EventKey::uuid).toList()));
        for (int from = 0; from < uuids.size(); from += BATCH) {
            List<UUID> batch = uuids.subList(from, Math.min(uuids.size(), from + BATCH));
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT project_id, uuid, sequence FROM events WHERE uuid IN (SELECT unnest(?::UUID[]))")) {
                statement.setArray(1, connection.createArrayOf("UUID", batch.toArray()));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        EventKey key = new EventKey(new ProjectId(rows.getLong(1)), rows.getObject(2, UUID.class));
                        if (keys.contains(key)) {
                            found.put(key, new EventSequence(rows.getLong(3)));
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Calls {@code visitor} with every key. */
    static void forEach(DuckDBConnection connection, EventStore.KeyVisitor visitor) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT project_id, uuid FROM events")) {
            while (rows.next()) {
                UUID uuid = rows.getObject(2, UUID.class);
                visitor.visit(rows.getLong(1), uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
            }
        }
    }
}
