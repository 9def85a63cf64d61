package dev.tessera.metadata.persons;

import dev.tessera.app.persons.DistinctId;
import dev.tessera.app.persons.FoundPersons;
import dev.tessera.app.persons.NewPerson;
import dev.tessera.app.persons.Person;
import dev.tessera.app.persons.PersonChanges;
import dev.tessera.app.persons.PersonStore;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.InstantConverter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Persons through JDBC batches: the applier passes here with every batch of events, so the statements are constants
 * and the engine prepares each once for a batch.
 */
public final class SqlPersonStore implements PersonStore {
    /** Distinct ids asked for by one statement; a shorter list repeats its last, so that there is one statement. */
    private static final int FIND_SIZE = 200;

    /** Properties up to this many bytes come with the others of a statement; larger ones are read one by one. */
    static final int SMALL_BYTES = 4 << 10;

    private static final String COLUMNS =
            "SELECT d.distinct_id, p.id, p.uuid, p.created_at, p.is_identified, p.version,"
                    + " octet_length(p.properties), ";
    private static final String BEHIND =
            " FROM distinct_ids d JOIN persons p ON p.id = d.person_id WHERE d.project_id = ? AND d.distinct_id ";
    private static final String FIND = COLUMNS + "CASE WHEN octet_length(p.properties) <= " + SMALL_BYTES
            + " THEN p.properties END" + BEHIND + "IN (" + String.join(", ", Collections.nCopies(FIND_SIZE, "?")) + ")";
    private static final String FIND_ONE = COLUMNS + "p.properties" + BEHIND + "= ?";
    private static final String INSERT_PERSON = "INSERT INTO persons"
            + " (id, project_id, uuid, created_at, properties, is_identified, version) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_DISTINCT_ID =
            "INSERT INTO distinct_ids (project_id, distinct_id, person_id) VALUES (?, ?, ?)";
    private static final String UPDATE_PERSON = "UPDATE persons"
            + " SET created_at = ?, properties = ?, is_identified = ?, version = ? WHERE id = ? AND project_id = ?";
    private static final String MOVE_POSITION = "UPDATE applied_position SET position = ? WHERE position <= ?";
    private static final String POSITION = "SELECT position FROM applied_position";

    private final Database database;

    public SqlPersonStore(Database database) {
        this.database = database;
    }

    @Override
    public long appliedPosition() {
        return database.readingJdbc(connection -> {
            try (PreparedStatement select = connection.prepareStatement(POSITION);
                    ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("The metadata store has lost its journal position");
                }
                return row.getLong(1);
            }
        });
    }

    @Override
    public FoundPersons find(List<DistinctId> ids, long bytes) {
        Map<Long, List<String>> byProject = new TreeMap<>();
        for (DistinctId id : ids) {
            byProject
                    .computeIfAbsent(id.project().value(), _ -> new ArrayList<>())
                    .add(id.value());
        }
        return database.readingJdbc(connection -> {
            try (PreparedStatement many = connection.prepareStatement(FIND);
                    PreparedStatement one = connection.prepareStatement(FIND_ONE)) {
                PersonSearch search = new PersonSearch(many, FIND_SIZE, one, bytes);
                for (Map.Entry<Long, List<String>> entry : byProject.entrySet()) {
                    search.find(new ProjectId(entry.getKey()), entry.getValue());
                }
                return search.found();
            }
        });
    }

    @Override
    public void store(PersonChanges changes) {
        database.writingJdbc(connection -> {
            insert(connection, changes.created());
            update(connection, changes.updated());
            return true;
        });
    }

    @Override
    public void apply(PersonChanges changes, long position) {
        database.writingJdbc(connection -> {
            insert(connection, changes.created());
            update(connection, changes.updated());
            move(connection, position);
            return true;
        });
    }

    private static void insert(Connection connection, List<NewPerson> created) throws SQLException {
        if (created.isEmpty()) {
            return;
        }
        try (PreparedStatement persons = connection.prepareStatement(INSERT_PERSON);
                PreparedStatement distinctIds = connection.prepareStatement(INSERT_DISTINCT_ID)) {
            for (NewPerson entry : created) {
                Person person = entry.person();
                persons.setLong(1, person.id().value());
                persons.setLong(2, person.project().value());
                persons.setString(3, person.uuid().toString());
                persons.setLong(4, InstantConverter.micros(person.createdAt()));
                persons.setString(5, person.properties());
                persons.setBoolean(6, person.identified());
                persons.setLong(7, person.version());
                persons.addBatch();
                for (DistinctId distinctId : entry.distinctIds()) {
                    distinctIds.setLong(1, distinctId.project().value());
                    distinctIds.setString(2, distinctId.value());
                    distinctIds.setLong(3, person.id().value());
                    distinctIds.addBatch();
                }
            }
            persons.executeBatch();
            distinctIds.executeBatch();
        }
    }

    private static void update(Connection connection, List<Person> updated) throws SQLException {
        if (updated.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(UPDATE_PERSON)) {
            for (Person person : updated) {
                update.setLong(1, InstantConverter.micros(person.createdAt()));
                update.setString(2, person.properties());
                update.setBoolean(3, person.identified());
                update.setLong(4, person.version());
                update.setLong(5, person.id().value());
                update.setLong(6, person.project().value());
                update.addBatch();
            }
            int[] counts = update.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) {
                    throw new IllegalStateException(
                            "There is no person " + updated.get(i).id() + " to update");
                }
            }
        }
    }

    private static void move(Connection connection, long position) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE_POSITION)) {
            update.setLong(1, position);
            update.setLong(2, position);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("The metadata store is complete beyond position " + position);
            }
        }
    }
}
