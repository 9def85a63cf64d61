package dev.tessera.events.duckdb;

import static dev.tessera.events.SampleEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.events.EventStore;
import dev.tessera.events.EventStoreException;
import dev.tessera.query.dialect.duckdb.PropertyLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbFileTest {
    @TempDir
    Path directory;

    private DuckDbConfig config;

    @BeforeEach
    void configure() {
        config = new DuckDbConfig(directory, 128, 2, 2, 1);
    }

    @Test
    void mergesALongLogIntoTheFile() throws Exception {
        try (DuckDbEventStore store = DuckDbEventStore.open(config)) {
            store.append(events(1, 1_000), 1_000);
            store.maintain();
            assertThat(logBytes()).isGreaterThan(10_000);
            append(store, 1_000, 30_000);
            assertThat(logBytes()).isGreaterThan(config.checkpointBytes());
            store.maintain();
            assertThat(logBytes()).isLessThan(1_000);
        }
    }

    @Test
    void mergesAShorterLogWhenNothingIsAppendedForAWhile() throws Exception {
        try (DuckDbEventStore store = DuckDbEventStore.open(new DuckDbConfig(directory, 128, 2, 2, 8))) {
            append(store, 1, 30_000);
            store.maintain();
            assertThat(logBytes()).isGreaterThan(1 << 20);
            for (int round = 0; round < 5; round++) {
                store.maintain();
            }
            assertThat(logBytes()).isLessThan(1_000);
        }
    }

    @Test
    void leavesNoLogWhenClosed() throws Exception {
        try (DuckDbEventStore store = DuckDbEventStore.open(config)) {
            store.append(events(1, 1_000), 1_000);
        }
        assertThat(logBytes()).isZero();
    }

    @Test
    void aLongQueryDoesNotKeepTheLogFromBeingMerged() throws Exception {
        DuckDbDatabase database = new DuckDbDatabase(config);
        DuckDbWriter writer = new DuckDbWriter(database, config, WriteFaults.none(), new LargeValueProjects());
        writer.append(events(1, 10_000), 10_000);
        try (DuckDBConnection reading = database.connect();
                Statement statement = reading.createStatement();
                ResultSet rows = statement.executeQuery("SELECT uuid FROM events")) {
            assertThat(rows.next()).isTrue();
            for (int round = 1; round < 10; round++) {
                writer.append(events(10_000L * round, 10_000L * (round + 1)), 10_000L * (round + 1));
                if (round % 3 == 0) {
                    writer.maintain();
                    assertThat(logBytes()).isLessThan(1_000);
                } else {
                    assertThat(logBytes()).isGreaterThan(100_000);
                }
            }
        } finally {
            writer.disconnect();
            database.close();
        }
    }

    @Test
    void sweepsOldPositions() throws Exception {
        try (DuckDbEventStore store = DuckDbEventStore.open(config)) {
            store.append(events(1, 20_000), 1);
        }
        execute("INSERT INTO applied SELECT range + 2 FROM range(20000)");
        try (DuckDbEventStore store = DuckDbEventStore.open(config)) {
            assertThat(store.appliedPosition()).isEqualTo(20_001);
            store.append(events(20_000, 30_000), 29_998);
            store.append(events(30_000, 40_000), 29_999);
            store.append(events(40_000, 50_000), 30_000);
            store.maintain();
            assertThat(store.appliedPosition()).isEqualTo(30_000);
        }
        assertThat(number("SELECT count(*) FROM applied")).isEqualTo(1);
        assertThat(number("SELECT max(position) FROM applied")).isEqualTo(30_000);
    }

    @Test
    void clearsTemporaryFilesOfAProcessThatDied() throws Exception {
        Path left = Files.createDirectories(directory.resolve("tmp-123"));
        Files.createFile(left.resolve("duckdb_temp_storage-0.tmp"));
        DuckDbEventStore.open(config).close();
        assertThat(left).doesNotExist();
    }

    @Test
    void leavesNoTemporaryFolderWhenItIsClosed() throws Exception {
        DuckDbEventStore.open(config).close();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("events.duckdb");
        }
    }

    @Test
    void opensWithALogThatIsLargerThanItsMemory() throws Exception {
        DuckDbDatabase database = new DuckDbDatabase(config);
        try (DuckDBConnection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 8; i++) {
                statement.execute("INSERT INTO events SELECT 1, uuid(), range, 'e', 'd', 1, now(), now()"
                        + ", '{}'".repeat(PropertyLayout.COLUMNS - 1)
                        + ", md5(range::VARCHAR) || sha256(range::VARCHAR) || repeat(md5(range::VARCHAR), 25)"
                        + " FROM range(10000)");
            }
            assertThat(logBytes()).isGreaterThan(64 << 20);
            Path copy = Files.createDirectory(directory.resolve("copy"));
            Files.copy(config.file(), copy.resolve(config.file().getFileName()));
            Files.copy(
                    config.writeAheadLog(), copy.resolve(config.writeAheadLog().getFileName()));
            try (DuckDbEventStore store = DuckDbEventStore.open(new DuckDbConfig(copy, 64, 2, 1, 1))) {
                store.append(events(1, 100), 100);
                store.maintain();
            }
        } finally {
            database.close();
        }
    }

    @Test
    void refusesAFileOfANewerRelease() throws Exception {
        DuckDbEventStore.open(config).close();
        execute("INSERT INTO schema_version VALUES (99)");
        assertThatThrownBy(() -> DuckDbEventStore.open(config))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("newer release")
                .hasMessageContaining("99");
    }

    @Test
    void runsEachSchemaScriptOnceAndWholly() throws Exception {
        DuckDbDatabase database = new DuckDbDatabase(config);
        DuckDbSchema.Step done = _ -> {};
        DuckDbSchema.Step next = DuckDbSchema.Step.sql("CREATE TABLE a (n INT); INSERT INTO a VALUES (1)");
        DuckDbSchema.Step broken = DuckDbSchema.Step.sql("INSERT INTO a VALUES (2); INSERT INTO missing VALUES (1)");
        try (DuckDBConnection connection = database.connect()) {
            DuckDbSchema.migrate(connection, List.of(done, done, next));
            DuckDbSchema.migrate(connection, List.of(done, done, next));
            assertThatThrownBy(() -> DuckDbSchema.migrate(connection, List.of(done, done, done, broken)))
                    .isInstanceOf(SQLException.class);
        } finally {
            database.close();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + config.file());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT (SELECT sum(n) FROM a), (SELECT max(version) FROM schema_version)")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
            assertThat(rows.getInt(2)).isEqualTo(3);
        }
    }

    @Test
    void allowsNoAccessToOtherFilesAndNoChangeOfSettings() throws Exception {
        Path other = Files.writeString(directory.resolve("other.csv"), "a,b\n1,2\n");
        DuckDbDatabase database = new DuckDbDatabase(config);
        try (DuckDBConnection connection = database.connect();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT * FROM '" + other + "'"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> statement.execute("SET memory_limit = '10GB'"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> statement.execute("SET enable_external_access = true"))
                    .isInstanceOf(SQLException.class);
        } finally {
            database.close();
        }
    }

    @Test
    void opensTheFileAnewAfterItWasClosed() throws Exception {
        DuckDbDatabase database = new DuckDbDatabase(config);
        DuckDbDatabase.closeQuietly(database.connect());
        int generation = database.generation();
        database.close();
        DuckDbDatabase.closeQuietly(database.connect());
        assertThat(database.generation()).isEqualTo(generation + 1);
        database.close();
    }

    @Test
    void saysWhichFileCannotBeOpened() throws Exception {
        Files.writeString(config.file(), "this is not a database".repeat(1_000));
        assertThatThrownBy(() -> DuckDbEventStore.open(config))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining(config.file().toString());
    }

    /** Appends events in batches that are less than a row group: a whole one goes straight into the file. */
    private static void append(EventStore store, long from, long to) {
        for (long start = from; start < to; start += 5_000) {
            long end = Math.min(start + 5_000, to);
            store.append(events(start, end), end);
        }
    }

    private long logBytes() throws IOException {
        return Files.exists(config.writeAheadLog()) ? Files.size(config.writeAheadLog()) : 0;
    }

    private void execute(String sql) throws SQLException {
        DuckDbDatabase database = new DuckDbDatabase(config);
        try (DuckDBConnection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } finally {
            database.close();
        }
    }

    private long number(String sql) throws SQLException {
        DuckDbDatabase database = new DuckDbDatabase(config);
        try (DuckDBConnection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } finally {
            database.close();
        }
    }
}
