package dev.tessera.metadata;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.tx.DatabaseUnavailableException;
import org.junit.jupiter.api.Test;

class PostgresDatabaseTest extends DatabaseKit {
    private final String url = Postgres.newDatabase();

    @Override
    protected Database open() {
        return Database.postgresql(url);
    }

    @Override
    protected void breakDown(Database broken) {
        Postgres.disconnect(url);
    }

    /** The server accepts connections all the time. */
    @Override
    protected void repair(Database broken) {}

    @Test
    void isUnavailableToATransactionThatCannotBeSerialized() {
        insert("a");
        assertThatThrownBy(() -> database().writingJdbc(connection -> {
                    connection.createStatement().execute("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001'; END $$");
                    return true;
                }))
                .isInstanceOf(DatabaseUnavailableException.class);
    }
}
