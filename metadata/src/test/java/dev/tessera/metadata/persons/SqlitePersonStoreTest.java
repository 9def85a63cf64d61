package dev.tessera.metadata.persons;

import dev.tessera.app.persons.PersonStore;
import dev.tessera.app.persons.PersonStoreKit;
import dev.tessera.metadata.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqlitePersonStoreTest extends PersonStoreKit {
    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.sqlite(folder.resolve("tessera.sqlite"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected PersonStore store() {
        return new SqlPersonStore(database);
    }
}
