package dev.tessera.metadata.dashboards;

import dev.tessera.app.dashboards.DashboardStoreKit;
import dev.tessera.app.tiles.BoardStores;
import dev.tessera.metadata.BoardTables;
import dev.tessera.metadata.Database;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteDashboardStoreTest extends DashboardStoreKit {
    @TempDir
    private Path folder;

    private @Nullable Database database;

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @Override
    protected BoardStores stores() {
        Database opened = Database.sqlite(folder.resolve("tessera.sqlite"));
        database = opened;
        return BoardTables.in(opened);
    }
}
