package dev.tessera.metadata.insights;

import dev.tessera.app.insights.InsightStoreKit;
import dev.tessera.app.tiles.BoardStores;
import dev.tessera.metadata.BoardTables;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class PostgresInsightStoreTest extends InsightStoreKit {
    private @Nullable Database database;

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @Override
    protected BoardStores stores() {
        Database opened = Database.postgresql(Postgres.newDatabase());
        database = opened;
        return BoardTables.in(opened);
    }
}
