package dev.tessera.metadata.definitions;

import dev.tessera.app.definitions.DefinitionChanges;
import dev.tessera.app.definitions.DefinitionChanges.SeenEvent;
import dev.tessera.app.definitions.DefinitionChanges.SeenProperty;
import dev.tessera.app.definitions.DefinitionChanges.SeenTogether;
import dev.tessera.app.definitions.DefinitionIds;
import dev.tessera.app.definitions.DefinitionNames;
import dev.tessera.app.definitions.DefinitionStore;
import dev.tessera.app.definitions.KnownDefinitions;
import dev.tessera.app.definitions.KnownDefinitions.KnownEvent;
import dev.tessera.app.definitions.KnownDefinitions.KnownProperty;
import dev.tessera.app.definitions.KnownDefinitions.KnownTogether;
import dev.tessera.app.definitions.PropertyType;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.InstantConverter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What events tell of definitions, through JDBC batches of constant statements like those of persons. */
public final class SqlDefinitionStore implements DefinitionStore {
    private static final String KNOWN_EVENTS = "SELECT name, last_seen_at FROM event_definitions WHERE project_id = ?";
    private static final String KNOWN_PROPERTIES =
            "SELECT owner, group_type_index, name, property_type FROM property_definitions WHERE project_id = ?";
    private static final String KNOWN_TOGETHER = "SELECT event, property FROM event_properties WHERE project_id = ?";

    private static final String SEE_EVENT = "INSERT INTO event_definitions"
            + " (id, project_id, name, search_text, created_at, last_seen_at, hidden) VALUES (?, ?, ?, ?, ?, ?, FALSE)"
            + " ON CONFLICT (project_id, name) DO UPDATE"
            + " SET created_at = coalesce(event_definitions.created_at, excluded.created_at),"
            + " last_seen_at = excluded.last_seen_at"
            + " WHERE event_definitions.last_seen_at IS NULL"
            + " OR event_definitions.last_seen_at < excluded.last_seen_at";
    private static final String SEE_PROPERTY = "INSERT INTO property_definitions"
            + " (id, project_id, owner, group_type_index, name, search_text, property_type, hidden)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, FALSE)"
            + " ON CONFLICT (project_id, owner, group_type_index, name) DO UPDATE"
            + " SET property_type = excluded.property_type WHERE property_definitions.property_type IS NULL";
    private static final String SEE_TOGETHER =
            "INSERT INTO event_properties (project_id, event, property) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    private final Database database;

    public SqlDefinitionStore(Database database) {
        this.database = database;
    }

    @Override
    public KnownDefinitions known(ProjectId project) {
        return database.readingJdbc(connection -> new KnownDefinitions(
                rows(connection, KNOWN_EVENTS, project, row -> new KnownEvent(row.getString(1), instant(row))),
                rows(
                        connection,
                        KNOWN_PROPERTIES,
                        project,
                        row -> new KnownProperty(
                                Owners.read(row.getString(1), row.getInt(2)),
                                row.getString(3),
                                row.getString(4) != null)),
                rows(
                        connection,
                        KNOWN_TOGETHER,
                        project,
                        row -> new KnownTogether(row.getString(1), row.getString(2)))));
    }

    @Override
    public void apply(DefinitionChanges changes) {
        if (changes.isEmpty()) {
            return;
        }
        database.writingJdbc(connection -> {
            for (List<SeenEvent> events :
                    withoutRepetitions(changes.events(), it -> List.of(it.project(), it.name()))) {
                batch(connection, SEE_EVENT, events, SqlDefinitionStore::bind);
            }
            for (List<SeenProperty> properties :
                    withoutRepetitions(changes.properties(), it -> List.of(it.project(), it.owner(), it.name()))) {
                batch(connection, SEE_PROPERTY, properties, SqlDefinitionStore::bind);
            }
            batch(connection, SEE_TOGETHER, changes.together(), SqlDefinitionStore::bind);
            return true;
        });
    }

    /**
     * The items in parts, the first of each key in the first, the second in the second and so on: PostgreSQL's driver makes
     * one statement of a batch, which may not change a row twice.
     */
    private static <T> List<List<T>> withoutRepetitions(List<T> items, Function<T, Object> key) {
        Map<Object, Integer> times = new HashMap<>();
        List<List<T>> parts = new ArrayList<>();
        for (T item : items) {
            int time = times.merge(key.apply(item), 1, Integer::sum);
            if (time > parts.size()) {
                parts.add(new ArrayList<>());
            }
            parts.get(time - 1).add(item);
        }
        return parts;
    }

    private static void bind(PreparedStatement insert, SeenEvent event) throws SQLException {
        insert.setString(1, DefinitionIds.ofEvent(event.project(), event.name()).toString());
        insert.setLong(2, event.project().value());
        insert.setString(3, event.name());
        insert.setString(4, DefinitionNames.searchText(event.name()));
        insert.setLong(5, InstantConverter.micros(event.at()));
        insert.setLong(6, InstantConverter.micros(event.at()));
    }

    private static void bind(PreparedStatement insert, SeenProperty property) throws SQLException {
        insert.setString(
                1,
                DefinitionIds.ofProperty(property.project(), property.owner(), property.name())
                        .toString());
        insert.setLong(2, property.project().value());
        insert.setString(3, property.owner().wireName());
        insert.setLong(4, Owners.groupType(property.owner()));
        insert.setString(5, property.name());
        insert.setString(6, DefinitionNames.searchText(property.name()));
        insert.setString(7, property.type().map(PropertyType::wireName).orElse(null));
    }

    private static void bind(PreparedStatement insert, SeenTogether together) throws SQLException {
        insert.setLong(1, together.project().value());
        insert.setString(2, together.event());
        insert.setString(3, together.property());
    }

    private static Optional<Instant> instant(ResultSet row) throws SQLException {
        long micros = row.getLong(2);
        return row.wasNull() ? Optional.empty() : Optional.of(InstantConverter.instant(micros));
    }

    private static <T> List<T> rows(Connection connection, String sql, ProjectId project, Mapping<T> mapping)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, project.value());
            try (ResultSet row = select.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(mapping.of(row));
                }
                return rows;
            }
        }
    }

    private static <T> void batch(Connection connection, String sql, List<T> items, Binding<T> binding)
            throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (T item : items) {
                binding.bind(insert, item);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Makes a value of a row. */
    private interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Sets the parameters of a statement. */
    private interface Binding<T> {
        void bind(PreparedStatement statement, T item) throws SQLException;
    }
}
