package dev.tessera.metadata.definitions;

import dev.tessera.app.definitions.DefinitionStoreKit;
import dev.tessera.app.definitions.DefinitionStores;
import dev.tessera.metadata.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDefinitionStoreTest extends DefinitionStoreKit {
    @RegisterExtension
    private final TestDatabase database = TestDatabase.postgres();

    @Override
    protected DefinitionStores stores() {
        return DefinitionTables.in(database.get());
    }
}
