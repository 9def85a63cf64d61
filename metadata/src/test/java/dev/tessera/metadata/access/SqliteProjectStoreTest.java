package dev.tessera.metadata.access;

import dev.tessera.app.access.AccessStores;
import dev.tessera.app.access.ProjectStoreKit;
import dev.tessera.metadata.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteProjectStoreTest extends ProjectStoreKit {
    @RegisterExtension
    final TestDatabase database = TestDatabase.sqlite();

    @Override
    protected AccessStores stores() {
        return SqlAccessStores.over(database.get());
    }
}
