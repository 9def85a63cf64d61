package dev.tessera.metadata.access;

import dev.tessera.app.access.AccessStores;
import dev.tessera.app.access.FirstSignUpKit;
import dev.tessera.app.ingestion.Await;
import dev.tessera.metadata.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteFirstSignUpTest extends FirstSignUpKit {
    @RegisterExtension
    final TestDatabase database = TestDatabase.sqlite();

    @Override
    protected AccessStores stores() {
        return SqlAccessStores.over(database.get());
    }

    /** Who wants to write waits for the only connection that can. */
    @Override
    protected void awaitHeldUp(Thread other) {
        Await.until("the other waits", () -> other.getState() == Thread.State.TIMED_WAITING);
    }
}
