package dev.tessera.metadata.definitions;

import dev.tessera.app.definitions.DefinitionStores;
import dev.tessera.app.definitions.EventDefinitionStoreKit;
import dev.tessera.metadata.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresEventDefinitionStoreTest extends EventDefinitionStoreKit {
    @RegisterExtension
    private final TestDatabase database = TestDatabase.postgres();

    @Override
    protected DefinitionStores stores() {
        return DefinitionTables.in(database.get());
    }
}
