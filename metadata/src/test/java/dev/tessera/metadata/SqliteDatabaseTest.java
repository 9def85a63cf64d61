package dev.tessera.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest extends DatabaseKit {
    @TempDir
    private Path folder;

    @Override
    protected Database open() {
        return Database.sqlite(folder.resolve("new").resolve("tessera.sqlite"));
    }

    /** The file may not grow any more, as on a full disk: the engine reports the same error. */
    @Override
    protected void breakDown(Database broken) {
        broken.writingJdbc(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("PRAGMA max_page_count = 1");
            }
        });
    }

    @Override
    protected void repair(Database broken) {
        broken.writingJdbc(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("PRAGMA max_page_count = 1000000");
            }
        });
    }

    @Test
    void letsASecondWriterWaitForItsTurn() throws Exception {
        List<String> order = new ArrayList<>();
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Thread first = new Thread(() -> database().write(() -> {
            writing.countDown();
            awaitUninterruptibly(mayEnd);
            order.add("first");
        }));
        first.start();
        writing.await();
        Thread second = new Thread(() -> database().write(() -> {
            order.add("second");
        }));
        second.start();
        while (second.getState() != Thread.State.TIMED_WAITING) {
            assertThat(second.isAlive())
                    .as("the second writes beside the first")
                    .isTrue();
            LockSupport.parkNanos(1_000_000);
        }
        mayEnd.countDown();
        first.join();
        second.join();
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void writesAheadToALogAndForcesEveryCommit() {
        assertThat(pragma("journal_mode")).isEqualTo("wal");
        assertThat(pragma("synchronous")).isEqualTo("2");
        assertThat(pragma("foreign_keys")).isEqualTo("1");
    }

    private String pragma(String name) {
        return database().writingJdbc(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("PRAGMA " + name)) {
                row.next();
                return row.getString(1);
            }
        });
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
