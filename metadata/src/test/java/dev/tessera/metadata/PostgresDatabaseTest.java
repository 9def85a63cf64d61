package dev.tessera.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.tx.DatabaseUnavailableException;
import dev.tessera.kernel.tx.DuplicateException;
import java.sql.PreparedStatement;
import org.assertj.core.util.Throwables;
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

    /** Properties of persons are in the statements, and what is logged is kept for longer than they may be. */
    @Test
    void tellsNothingOfTheValuesOfABatchThatFailed() {
        assertThatThrownBy(() -> database().writingJdbc(connection -> {
                    try (PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO organizations (id, name, slug, created_at, updated_at)"
                                    + " VALUES (?, 'Acme', 'ada@example.com', 1, 1)")) {
                        for (String id : new String[] {"one", "two"}) {
                            insert.setString(1, id);
                            insert.addBatch();
                        }
                        return insert.executeBatch();
                    }
                }))
                .isInstanceOf(DuplicateException.class)
                .satisfies(e -> assertThat(Throwables.getStackTrace(e))
                        .contains("(23505)", "duplicate key value", "executeBatch")
                        .doesNotContain("ada@example.com", "INSERT INTO"));
    }

    /** The driver has an assertion that does not hold then; an error would end the thread that applies the journal. */
    @Test
    void isUnavailableToABatchThatLosesItsConnection() {
        assertThatThrownBy(() -> database().writingJdbc(connection -> {
                    Postgres.disconnect(url);
                    try (PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO organizations (id, name, slug, created_at, updated_at)"
                                    + " VALUES (?, 'Acme', ?, 1, 1)")) {
                        for (String id : new String[] {"one", "two"}) {
                            insert.setString(1, id);
                            insert.setString(2, id);
                            insert.addBatch();
                        }
                        return insert.executeBatch();
                    }
                }))
                .isInstanceOf(DatabaseUnavailableException.class);
    }

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
