package dev.tessera.events.duckdb;

import dev.tessera.events.StoredEvent;
import dev.tessera.kernel.json.Json;
import dev.tessera.query.dialect.duckdb.LargeValue;
import dev.tessera.query.dialect.duckdb.PropertyLayout;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What the file of a closed event store holds. */
public final class DuckDbFile {
    private DuckDbFile() {}

    /** The events of the store that was kept in {@code directory}, by sequence; their properties by column. */
    public static List<StoredEvent> events(Path directory) {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:duckdb:" + DuckDbConfig.in(directory).file());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT project_id, uuid, sequence, event, distinct_id,"
                        + " person_id, epoch_us(timestamp), epoch_us(received_at), "
                        + String.join(", ", PropertyLayout.NAMES) + " FROM events ORDER BY sequence, uuid")) {
            List<StoredEvent> events = new ArrayList<>();
            while (rows.next()) {
                ObjectNode properties = Json.object();
                for (int i = 0; i < PropertyLayout.COLUMNS; i++) {
                    properties.setAll((ObjectNode) Json.parse(rows.getString(9 + i)));
                }
                addLarge(connection, rows.getLong(3), properties);
                events.add(PropertyMove.event(rows, Json.write(properties)));
            }
            return events;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addLarge(Connection connection, long sequence, ObjectNode properties) throws SQLException {
        Map<String, StringBuilder> names = new HashMap<>();
        Map<String, StringBuilder> values = new LinkedHashMap<>();
        Set<String> strings = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, kind, number, text FROM " + LargeValue.TABLE
                        + " WHERE kind <> 'label' AND sequence = " + sequence + " ORDER BY name, number")) {
            while (rows.next()) {
                String name = rows.getString(1);
                String kind = rows.getString(2);
                Map<String, StringBuilder> target = kind.equals(LargeValue.Kind.NAME.word()) ? names : values;
                target.computeIfAbsent(name, it -> new StringBuilder())
                        .append(unshared(rows.getInt(3), rows.getString(4)));
                if (kind.equals(LargeValue.Kind.STRING.word())) {
                    strings.add(name);
                }
            }
        }
        values.forEach((name, text) -> properties.set(
                names.getOrDefault(name, new StringBuilder(name)).toString(),
                strings.contains(name) ? StringNode.valueOf(text.toString()) : Json.parse(text.toString())));
    }

    /** A piece without what it shares with the one before it. */
    private static String unshared(int number, String text) {
        return number > 1 ? text.substring(text.offsetByCodePoints(0, LargeValue.OVERLAP)) : text;
    }
}
