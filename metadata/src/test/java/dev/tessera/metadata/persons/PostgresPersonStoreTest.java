package dev.tessera.metadata.persons;

import dev.tessera.app.persons.PersonStore;
import dev.tessera.app.persons.PersonStoreKit;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresPersonStoreTest extends PersonStoreKit {
    private Database database;

    @BeforeEach
    void open() {
        database = Database.postgresql(Postgres.newDatabase());
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
