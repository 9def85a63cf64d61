package dev.tessera.metadata.dashboards;

import dev.tessera.app.dashboards.DashboardStoreKit;
import dev.tessera.app.tiles.BoardStores;
import dev.tessera.metadata.BoardTables;
import dev.tessera.metadata.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDashboardStoreTest extends DashboardStoreKit {
    @RegisterExtension
    private final TestDatabase database = TestDatabase.postgres();

    @Override
    protected BoardStores stores() {
        return BoardTables.in(database.get());
    }
}
