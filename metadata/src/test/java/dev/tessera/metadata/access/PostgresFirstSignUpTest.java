package dev.tessera.metadata.access;

import dev.tessera.app.access.AccessStores;
import dev.tessera.app.access.FirstSignUpKit;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.Postgres;
import org.junit.jupiter.api.AfterEach;

class PostgresFirstSignUpTest extends FirstSignUpKit {
    private final String url = Postgres.newDatabase();
    private final Database database = Database.postgresql(url);

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected AccessStores stores() {
        return SqlAccessStores.over(database);
    }

    @Override
    protected void awaitHeldUp(Thread other) {
        Postgres.awaitWaiter(url);
    }
}
