package dev.tessera.metadata.groups;

import dev.tessera.app.groups.GroupStore;
import dev.tessera.app.groups.GroupStoreKit;
import dev.tessera.metadata.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteGroupStoreTest extends GroupStoreKit {
    @RegisterExtension
    final TestDatabase database = TestDatabase.sqlite();

    @Override
    protected GroupStore store() {
        return new SqlGroupStore(database.get());
    }
}
