package dev.tessera.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The migrations of the two engines say the same. */
class SchemaTest {
    @TempDir
    private Path folder;

    private Database sqlite;
    private Database postgresql;

    @BeforeEach
    void open() {
        sqlite = Database.sqlite(folder.resolve("tessera.sqlite"));
        postgresql = Database.postgresql(Postgres.newDatabase());
    }

    @AfterEach
    void close() {
        sqlite.close();
        postgresql.close();
    }

    @Test
    void isTheSameOnBothEngines() {
        assertThat(SchemaText.of(sqlite)).isEqualTo(SchemaText.of(postgresql));
    }

    @Test
    void isSeenInAllItsParts() {
        assertThat(SchemaText.of(postgresql))
                .contains(
                        "projects.id BIGINT NOT NULL",
                        "projects.week_start_day BIGINT",
                        "projects.uuid VARCHAR(36) NOT NULL",
                        "projects.ingested_event BOOLEAN NOT NULL",
                        "projects key [id]",
                        "projects unique [organization_id, name_key]",
                        "projects.organization_id references organizations.id, keeping it",
                        "distinct_ids key [distinct_id, project_id]")
                .doesNotContain("flyway_schema_history");
    }

    @Test
    void comesFromMigrationsWithTheSameVersionsAndNames() {
        assertThat(migrations(sqlite)).isEqualTo(migrations(postgresql)).hasSizeGreaterThan(1);
    }

    private static List<String> migrations(Database database) {
        return database.readingJdbc(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT version, description, success"
                            + " FROM flyway_schema_history ORDER BY installed_rank");
                    ResultSet rows = select.executeQuery()) {
                List<String> migrations = new ArrayList<>();
                while (rows.next()) {
                    migrations.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getBoolean(3));
                }
                return migrations;
            }
        });
    }
}
