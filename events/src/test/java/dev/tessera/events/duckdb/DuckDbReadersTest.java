package dev.tessera.events.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tessera.events.EventStoreException;
import dev.tessera.events.QueryTimeoutException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbReadersTest {
    private static final String ENDLESS =
            "SELECT count(*) FROM range(100000000) a, range(100000000) b WHERE a.range * b.range % 7 = 3";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private DuckDbDatabase database;
    private DuckDbReaders readers;

    private record OneNumber(String sql) implements Inquiry.Question<Long> {
        @Override
        public DuckDBPreparedStatement prepare(DuckDBConnection connection) throws SQLException {
            return connection.prepare(sql);
        }

        @Override
        public Long answer(DuckDBPreparedStatement statement) throws SQLException {
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @BeforeEach
    void openDatabase() {
        database = new DuckDbDatabase(new DuckDbConfig(directory, 128, 2, 1, 64));
        readers = new DuckDbReaders(database, 1);
    }

    @AfterEach
    void closeDatabase() {
        readers.close();
        database.close();
    }

    @Test
    void stopsAnEndlessQuerySoThatTheNextOneHasItsTurn() throws Exception {
        for (int i = 0; i < 5; i++) {
            Duration soon = Duration.ofMillis(20L * i);
            assertThatThrownBy(() -> readers.ask(new OneNumber(ENDLESS), soon))
                    .isInstanceOf(QueryTimeoutException.class);
        }
        assertThat(readers.ask(new OneNumber("SELECT 42"), PATIENCE)).isEqualTo(42);
    }

    @Test
    void stopsTheQueryOfACallerThatIsInterrupted() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> readers.ask(new OneNumber(ENDLESS), PATIENCE)).isInstanceOf(EventStoreException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(readers.ask(new OneNumber("SELECT 42"), PATIENCE)).isEqualTo(42);
    }

    @Test
    void goesOnAfterAQueryThatFails() throws Exception {
        assertThatThrownBy(() -> readers.ask(new OneNumber("SELECT * FROM missing"), PATIENCE))
                .isInstanceOf(SQLException.class);
        assertThat(readers.ask(new OneNumber("SELECT 42"), PATIENCE)).isEqualTo(42);
    }

    @Test
    void saysWhyAStreamedQueryFailed() throws Exception {
        OneNumber failing =
                new OneNumber("SELECT CASE WHEN range < 0 THEN 1 ELSE error('on purpose') END FROM range(9)");
        assertThatThrownBy(() -> readers.ask(failing, PATIENCE))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("on purpose");
        assertThat(readers.ask(new OneNumber("SELECT 42"), PATIENCE)).isEqualTo(42);
    }

    @Test
    void goesOnWhenTheDatabaseWasOpenedAnew() throws Exception {
        assertThat(readers.ask(new OneNumber("SELECT 41"), PATIENCE)).isEqualTo(41);
        database.close();
        DuckDbDatabase.closeQuietly(database.connect());
        assertThat(readers.ask(new OneNumber("SELECT 42"), PATIENCE)).isEqualTo(42);
    }

    @Test
    void closingStopsQueriesUnderWayAndThoseThatWait() throws Exception {
        List<Thread> asking = new ArrayList<>();
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 5; i++) {
            asking.add(Thread.ofVirtual().start(() -> failures.add(failure(new OneNumber(ENDLESS)))));
        }
        readers.close();
        for (Thread thread : asking) {
            assertThat(thread.join(PATIENCE)).isTrue();
        }
        assertThat(failures).hasSize(5).allMatch(it -> it instanceof SQLException || it instanceof EventStoreException);
        assertThatThrownBy(() -> readers.ask(new OneNumber("SELECT 42"), PATIENCE))
                .isInstanceOf(EventStoreException.class);
    }

    private Throwable failure(OneNumber question) {
        return catchThrowable(() -> readers.ask(question, PATIENCE));
    }
}
