package dev.tessera.metadata.access;

import dev.tessera.app.access.AccessStores;
import dev.tessera.app.access.SessionStoreKit;
import dev.tessera.metadata.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteSessionStoreTest extends SessionStoreKit {
    @RegisterExtension
    final TestDatabase database = TestDatabase.sqlite();

    @Override
    protected AccessStores stores() {
        return SqlAccessStores.over(database.get());
    }
}
