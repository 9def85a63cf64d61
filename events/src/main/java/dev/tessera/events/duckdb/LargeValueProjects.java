package dev.tessera.events.duckdb;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.query.dialect.duckdb.LargeValue;
import dev.tessera.query.dialect.duckdb.LargeValues;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The projects that have large values. A project is in it before anybody can see its first one, and remains in it when
 * storing that failed.
 */
final class LargeValueProjects {
    private final Set<ProjectId> projects = ConcurrentHashMap.newKeySet();

    void add(ProjectId project) {
        projects.add(project);
    }

    /**
     * The answer to a question about {@code project}. It is asked once more when the first large value came meanwhile: a
     * statement that does not look for any may have seen its event.
     */
    <T> T answer(ProjectId project, Function<LargeValues, T> question) {
        LargeValues before = in(project);
        T answer = question.apply(before);
        LargeValues after = in(project);
        return before == after ? answer : question.apply(after);
    }

    private LargeValues in(ProjectId project) {
        return projects.contains(project) ? LargeValues.PRESENT : LargeValues.ABSENT;
    }

    /** Adds those that are stored. */
    void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT DISTINCT project_id FROM " + LargeValue.TABLE)) {
            while (rows.next()) {
                add(new ProjectId(rows.getLong(1)));
            }
        }
    }
}
