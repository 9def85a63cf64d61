package dev.tessera.metadata.groups;

import dev.tessera.app.groups.GroupStore;
import dev.tessera.app.groups.GroupStoreKit;
import dev.tessera.metadata.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresGroupStoreTest extends GroupStoreKit {
    @RegisterExtension
    final TestDatabase database = TestDatabase.postgres();

    @Override
    protected GroupStore store() {
        return new SqlGroupStore(database.get());
    }
}
