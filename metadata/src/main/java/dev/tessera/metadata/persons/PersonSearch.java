package dev.tessera.metadata.persons;

import dev.tessera.app.persons.DistinctId;
import dev.tessera.app.persons.FoundPersons;
import dev.tessera.app.persons.Person;
import dev.tessera.kernel.id.PersonId;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.metadata.InstantConverter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Looks up distinct ids until the persons found take the memory there is.
 *
 * <p>A statement for many leaves large properties out and tells their size: drivers have all rows of an answer in memory,
 * and two hundred large persons are too many. Each of those is asked for by a statement of its own, while there is room.
 */
final class PersonSearch {
    private static final int ID = 1;
    private static final int SIZE = 7;
    private static final int PROPERTIES = 8;

    private final PreparedStatement many;
    private final int atOnce;
    private final PreparedStatement one;
    private final Map<DistinctId, Person> persons = new LinkedHashMap<>();
    private final List<DistinctId> unknown = new ArrayList<>();
    private final List<DistinctId> rest = new ArrayList<>();
    private long room;

    /**
     * A search through prepared statements for a project and distinct ids; both select the same columns.
     *
     * @param atOnce how many distinct ids {@code many} asks for
     */
    PersonSearch(PreparedStatement many, int atOnce, PreparedStatement one, long bytes) {
        this.many = many;
        this.atOnce = atOnce;
        this.one = one;
        this.room = bytes;
    }

    /** Looks {@code ids} up. */
    void find(ProjectId project, List<String> ids) throws SQLException {
        for (int from = 0; from < ids.size(); from += atOnce) {
            List<String> next = ids.subList(from, Math.min(from + atOnce, ids.size()));
            if (hasRoom()) {
                findAtOnce(project, next);
            } else {
                next.forEach(it -> rest.add(new DistinctId(project, it)));
            }
        }
    }

    FoundPersons found() {
        return new FoundPersons(persons, unknown, rest);
    }

    /** The first is looked up in any case: who asks has to get on. */
    private boolean hasRoom() {
        return room > 0 || (persons.isEmpty() && unknown.isEmpty());
    }

    private void findAtOnce(ProjectId project, List<String> ids) throws SQLException {
        many.setLong(1, project.value());
        for (int i = 0; i < atOnce; i++) {
            many.setString(i + 2, ids.get(Math.min(i, ids.size() - 1)));
        }
        Set<String> missing = new LinkedHashSet<>(ids);
        Map<String, Long> large = new LinkedHashMap<>();
        try (ResultSet rows = many.executeQuery()) {
            while (rows.next()) {
                String id = rows.getString(ID);
                missing.remove(id);
                String properties = rows.getString(PROPERTIES);
                if (properties == null) {
                    large.put(id, rows.getLong(SIZE));
                } else {
                    add(project, rows, properties);
                }
            }
        }
        missing.forEach(it -> unknown.add(new DistinctId(project, it)));
        for (Map.Entry<String, Long> entry : large.entrySet()) {
            if (persons.isEmpty() || room >= entry.getValue()) {
                findOne(project, entry.getKey());
            } else {
                rest.add(new DistinctId(project, entry.getKey()));
            }
        }
    }

    private void findOne(ProjectId project, String id) throws SQLException {
        one.setLong(1, project.value());
        one.setString(2, id);
        try (ResultSet row = one.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("A person is gone within a transaction");
            }
            add(project, row, row.getString(PROPERTIES));
        }
    }

    private void add(ProjectId project, ResultSet row, String properties) throws SQLException {
        Person person = new Person(
                new PersonId(row.getLong(2)),
                project,
                UUID.fromString(row.getString(3)),
                InstantConverter.instant(row.getLong(4)),
                properties,
                row.getBoolean(5),
                row.getLong(6));
        persons.put(new DistinctId(project, row.getString(ID)), person);
        room -= row.getLong(SIZE);
    }
}
