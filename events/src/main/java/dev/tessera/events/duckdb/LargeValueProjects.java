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

/**
 * The projects that have large values. A project is in it before anybody can see its first one, and remains in it when
 * storing that failed.
 */
final class LargeValueProjects {
    private final Set<ProjectId> projects = ConcurrentHashMap.newKeySet();

    void add(ProjectId project) {
        projects.add(project);
    }

    LargeValues in(ProjectId project) {
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
