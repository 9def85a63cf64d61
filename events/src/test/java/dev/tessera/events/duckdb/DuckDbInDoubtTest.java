package dev.tessera.events.duckdb;

import static dev.tessera.events.SampleEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.events.EventStoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit that happened, but was reported as failed. */
class DuckDbInDoubtTest {
    @TempDir
    Path directory;

    private final BrokenReport faults = new BrokenReport();
    private DuckDbEventStore store;

    @BeforeEach
    void commitInDoubt() {
        store = DuckDbEventStore.open(DuckDbConfig.in(directory), faults);
        faults.breaks = true;
        assertThatThrownBy(() -> store.append(events(1, 11), 100)).isInstanceOf(EventStoreException.class);
        faults.breaks = false;
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void isFoundOutWhenThePositionIsAskedFor() {
        assertThat(store.appliedPosition()).isEqualTo(100);
    }

    @Test
    void isFoundOutWhenTheSameIsAppendedAgain() {
        store.append(events(1, 11), 100);
        assertThatEventsAre(10);
    }

    @Test
    void isFoundOutAfterALookUpOfOtherEvents() {
        assertThat(store.find(List.of())).isEmpty();
        assertThat(store.appliedPosition()).isEqualTo(100);
        store.append(events(11, 21), 200);
        assertThatEventsAre(20);
    }

    private void assertThatEventsAre(int count) {
        store.close();
        assertThat(DuckDbFile.events(directory)).hasSize(count).doesNotHaveDuplicates();
    }

    private static final class BrokenReport implements WriteFaults {
        private boolean breaks;

        @Override
        public void beforeCommit() {}

        @Override
        public void afterCommit() throws SQLException {
            if (breaks) {
                throw new SQLException("The answer got lost");
            }
        }
    }
}
