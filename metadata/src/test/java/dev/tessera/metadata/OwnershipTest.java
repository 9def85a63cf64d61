package dev.tessera.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.tx.DatabaseUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OwnershipTest {
    private final String url = Postgres.newDatabase();

    @Test
    void aDatabaseHasOneServerAtATime() {
        try (Database owner = Database.postgresql(url)) {
            assertThatThrownBy(() -> Database.postgresql(url))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("another Tessera server uses it")
                    .hasMessageContaining("TESSERA_DATABASE_URL");
            assertThatCode(owner::checkOwned).doesNotThrowAnyException();
        }
        try (Database next = Database.postgresql(url)) {
            assertThatCode(next::checkOwned).doesNotThrowAnyException();
        }
    }

    @Test
    void aServerThatLostItsDatabaseToAnotherWritesNoMore() {
        try (Database lost = Database.postgresql(url)) {
            Postgres.disown(url);
            try (Database owner = Database.postgresql(url)) {
                assertThatThrownBy(() -> lost.write(() -> true)).isInstanceOf(DatabaseUnavailableException.class);
                assertThatThrownBy(lost::checkOwned)
                        .isInstanceOf(DatabaseUnavailableException.class)
                        .hasMessageContaining("another Tessera server uses it");
                assertThat(lost.read(() -> true)).isTrue();
                assertThat(owner.write(() -> true)).isTrue();
            }
            assertThat(lost.write(() -> true)).as("nobody else has it").isTrue();
        }
    }

    @Test
    void aServerThatLostItsConnectionOwnsTheDatabaseAgain() {
        try (Database owner = Database.postgresql(url)) {
            Postgres.disown(url);
            assertThat(owner.write(() -> true)).isTrue();
            assertThatThrownBy(() -> Database.postgresql(url)).isInstanceOf(DatabaseUnavailableException.class);
        }
    }

    /** What it commits is in the database before the next owner looks. */
    @Test
    void theNextOwnerWaitsForATransactionUnderWay() throws Exception {
        try (Database lost = Database.postgresql(url);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch writing = new CountDownLatch(1);
            CountDownLatch disowned = new CountDownLatch(1);
            Future<Boolean> written = threads.submit(() -> lost.write(() -> {
                writing.countDown();
                await(disowned);
                return true;
            }));
            writing.await();
            Postgres.disown(url);
            Future<Boolean> next = threads.submit(() -> {
                try (Database _ = Database.postgresql(url)) {
                    return true;
                }
            });
            try {
                Postgres.awaitWaiter(url); // Without the second lock nobody ever waits.
            } finally {
                disowned.countDown();
            }
            assertThat(written.get()).isTrue();
            assertThat(next.get()).isTrue();
        }
    }

    @Test
    void saysWhatIsWrongWithADatabaseThatCannotBeReachedAndNotThePassword() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        for (String unusable : new String[] {
            "jdbc:postgresql://127.0.0.1:" + closed + "/tessera?user=u&password=hunter2",
            "jdbc:postgresql:??host:x/password=hunter2"
        }) {
            assertThatThrownBy(() -> Database.postgresql(unusable))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageStartingWith("The database of TESSERA_DATABASE_URL cannot be used: ")
                    .hasMessageNotContaining("hunter2");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
