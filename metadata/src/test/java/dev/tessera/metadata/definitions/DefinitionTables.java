package dev.tessera.metadata.definitions;

import dev.tessera.app.definitions.DefinitionStores;
import dev.tessera.metadata.BoardTables;
import dev.tessera.metadata.Database;

/** Makes the stores of definitions over a database. */
final class DefinitionTables {
    private DefinitionTables() {}

    /** The stores over {@code database}, which is empty; its users are those of boards. */
    static DefinitionStores in(Database database) {
        BoardTables.in(database);
        return new DefinitionStores(
                new SqlDefinitionStore(database),
                new SqlEventDefinitionStore(database),
                new SqlPropertyDefinitionStore(database));
    }
}
