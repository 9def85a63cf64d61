package dev.tessera.metadata.tiles;

import dev.tessera.app.tiles.BoardStores;
import dev.tessera.app.tiles.TileStoreKit;
import dev.tessera.metadata.BoardTables;
import dev.tessera.metadata.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresTileStoreTest extends TileStoreKit {
    @RegisterExtension
    private final TestDatabase database = TestDatabase.postgres();

    @Override
    protected BoardStores stores() {
        return BoardTables.in(database.get());
    }
}
