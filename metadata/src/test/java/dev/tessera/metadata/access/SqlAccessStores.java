package dev.tessera.metadata.access;

import dev.tessera.app.access.AccessStores;
import dev.tessera.metadata.Database;

/** The stores of access in the metadata store. */
final class SqlAccessStores {
    private SqlAccessStores() {}

    static AccessStores over(Database database) {
        return new AccessStores(
                database,
                new SqlUserStore(database),
                new SqlOrganizationStore(database),
                new SqlProjectStore(database),
                new SqlPersonalApiKeyStore(database),
                new SqlSessionStore(database));
    }
}
