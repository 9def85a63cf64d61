package dev.tessera.metadata.definitions;

import dev.tessera.app.definitions.DefinitionStores;
import dev.tessera.app.definitions.PropertyDefinitionStoreKit;
import dev.tessera.metadata.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqlitePropertyDefinitionStoreTest extends PropertyDefinitionStoreKit {
    @RegisterExtension
    private final TestDatabase database = TestDatabase.sqlite();

    @Override
    protected DefinitionStores stores() {
        return DefinitionTables.in(database.get());
    }
}
