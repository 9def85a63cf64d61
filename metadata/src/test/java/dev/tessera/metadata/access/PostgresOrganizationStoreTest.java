package dev.tessera.metadata.access;

import dev.tessera.app.access.AccessStores;
import dev.tessera.app.access.OrganizationStoreKit;
import dev.tessera.metadata.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOrganizationStoreTest extends OrganizationStoreKit {
    @RegisterExtension
    final TestDatabase database = TestDatabase.postgres();

    @Override
    protected AccessStores stores() {
        return SqlAccessStores.over(database.get());
    }
}
