package dev.tessera.metadata.insights;

import dev.tessera.app.insights.InsightStoreKit;
import dev.tessera.app.tiles.BoardStores;
import dev.tessera.metadata.BoardTables;
import dev.tessera.metadata.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresInsightStoreTest extends InsightStoreKit {
    @RegisterExtension
    private final TestDatabase database = TestDatabase.postgres();

    @Override
    protected BoardStores stores() {
        return BoardTables.in(database.get());
    }
}
