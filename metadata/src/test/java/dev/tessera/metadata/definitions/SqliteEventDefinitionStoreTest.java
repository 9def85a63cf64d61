package dev.tessera.metadata.definitions;

import dev.tessera.app.definitions.DefinitionStores;
import dev.tessera.app.definitions.EventDefinitionStoreKit;
import dev.tessera.metadata.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteEventDefinitionStoreTest extends EventDefinitionStoreKit {
    @RegisterExtension
    private final TestDatabase database = TestDatabase.sqlite();

    @Override
    protected DefinitionStores stores() {
        return DefinitionTables.in(database.get());
    }
}
