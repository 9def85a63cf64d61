package dev.tessera.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.tx.DatabaseUnavailableException;
import dev.tessera.kernel.tx.DuplicateException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What transactions do, whichever engine the metadata store runs on. */
abstract class DatabaseKit {
    private static final int MOST_BROKEN_CONNECTIONS = 10;

    private Database database;

    /** The database, empty at first; opened again it has what was there. */
    protected abstract Database open();

    /** Makes what the open transaction writes next fail: the disk is full, the server has gone. */
    protected abstract void breakDown(Database broken);

    /** Undoes {@link #breakDown}. */
    protected abstract void repair(Database broken);

    @BeforeEach
    void openDatabase() {
        database = open();
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    protected final Database database() {
        return database;
    }

    @Test
    void keepsWhatWasWrittenWhenOpenedAgain() {
        insert("a");
        database.close();
        database = open();
        assertThat(slugs()).containsExactly("a");
        insert("b");
        assertThat(slugs()).containsExactly("a", "b");
    }

    @Test
    void leavesNothingOfWorkThatThrows() {
        assertThatThrownBy(() -> database.write(() -> {
                    insert("a");
                    insert("b");
                    throw new IllegalArgumentException("enough");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("enough");
        assertThat(slugs()).isEmpty();
    }

    @Test
    void joinsTheTransactionThatIsOpen() {
        assertThatThrownBy(() -> database.write(() -> {
                    insert("a");
                    database.write(() -> insert("b"));
                    assertThat(database.read(this::slugs)).containsExactly("a", "b");
                    throw new IllegalArgumentException("enough");
                }))
                .hasMessage("enough");
        assertThat(slugs()).isEmpty();
        database.write(() -> {
            insert("a");
            database.write(() -> insert("b"));
        });
        assertThat(slugs()).containsExactly("a", "b");
    }

    @Test
    void leavesNothingOfAWholeOfWhichAPartFailed() {
        insert("taken");
        assertThatThrownBy(() -> database.write(() -> {
                    insert("a");
                    assertThatThrownBy(() -> insert("taken")).isInstanceOf(DuplicateException.class);
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(slugs()).containsExactly("taken");
        assertThatThrownBy(() -> database.write(() -> {
                    assertThatThrownBy(() -> database.write(() -> {
                                insert("a");
                                throw new IllegalArgumentException("enough");
                            }))
                            .hasMessage("enough");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing of it is kept");
        assertThat(slugs()).containsExactly("taken");
    }

    @Test
    void tellsADuplicateFromOtherMistakes() {
        insert("a");
        assertThatThrownBy(() -> insert("a")).isInstanceOf(DuplicateException.class);
        assertThatThrownBy(() -> database.writing(dsl -> dsl.insertInto(
                                DSL.table("organizations"),
                                DSL.field("id"),
                                DSL.field("name"),
                                DSL.field("slug"),
                                DSL.field("created_at"),
                                DSL.field("updated_at"))
                        .values("other", "n", "a", 1L, 1L)
                        .execute()))
                .isInstanceOf(DuplicateException.class);
        for (String mistake : List.of(
                "INSERT INTO missing VALUES (1)",
                "INSERT INTO organizations (id) VALUES ('x')",
                "INSERT INTO memberships (id, organization_id, user_id, level, created_at, updated_at)"
                        + " VALUES ('x', 'missing', 1, 1, 1, 1)")) {
            assertThatThrownBy(() -> execute(mistake)).as(mistake).isInstanceOf(DataAccessException.class);
        }
        assertThat(slugs()).containsExactly("a");
    }

    @Test
    void refusesToWriteInATransactionThatReads() {
        assertThatThrownBy(() -> database.read(() -> {
                    insert("a");
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("only reads");
        assertThatThrownBy(() -> database.readingJdbc(
                        connection -> connection.createStatement().executeUpdate("DELETE FROM applied_position")))
                .isInstanceOf(RuntimeException.class);
        assertThat(number("SELECT count(*) FROM applied_position")).isEqualTo(1);
        insert("a");
        assertThat(slugs()).containsExactly("a");
    }

    @Test
    void readsOneUnchangingView() throws Exception {
        insert("a");
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            List<List<String>> seen = database.read(() -> {
                List<List<String>> views = new ArrayList<>(List.of(slugs()));
                join(other.submit(() -> insert("b")));
                views.add(slugs());
                return views;
            });
            assertThat(seen).containsExactly(List.of("a"), List.of("a"));
        }
        assertThat(slugs()).containsExactly("a", "b");
    }

    @Test
    void showsOthersNothingOfAnOpenTransactionAndDoesNotHoldThemUp() {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            database.write(() -> {
                insert("a");
                assertThat(join(other.submit(this::slugs))).isEmpty();
            });
        }
        assertThat(slugs()).containsExactly("a");
    }

    @Test
    void takesTheWritesOfManyThreads() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writes = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String slug = "slug-" + i;
                writes.add(threads.submit(() -> insert(slug)));
            }
            writes.forEach(DatabaseKit::join);
        }
        assertThat(slugs()).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void saysThatItIsUnavailableAndWorksAgain() {
        insert("before");
        assertThatThrownBy(() -> database.write(() -> {
                    insert("half");
                    breakDown(database);
                    for (int i = 0; i < 100; i++) {
                        insert("more-" + i + "x".repeat(10_000));
                    }
                }))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageStartingWith("The metadata store failed");
        repair(database);
        assertThat(untilAvailable(this::slugs)).containsExactly("before");
        untilAvailable(() -> {
            insert("after");
            return true;
        });
        assertThat(slugs()).containsExactlyInAnyOrder("before", "after");
    }

    @Test
    void isUnavailableOnceClosed() {
        database.close();
        assertThatThrownBy(this::slugs).isInstanceOf(DatabaseUnavailableException.class);
        assertThatThrownBy(() -> insert("a")).isInstanceOf(DatabaseUnavailableException.class);
        database.close();
    }

    protected final void insert(String slug) {
        database.writingJdbc(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO organizations (id, name, slug, created_at, updated_at) VALUES (?, ?, ?, ?, ?)")) {
                insert.setString(1, "id-" + Integer.toHexString(slug.hashCode()) + slug.length());
                insert.setString(2, "A name");
                insert.setString(3, slug);
                insert.setLong(4, 1);
                insert.setLong(5, 1);
                return insert.executeUpdate();
            }
        });
    }

    protected final List<String> slugs() {
        return database.readingJdbc(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT slug FROM organizations ORDER BY slug");
                    ResultSet rows = select.executeQuery()) {
                List<String> slugs = new ArrayList<>();
                while (rows.next()) {
                    slugs.add(rows.getString(1));
                }
                return slugs;
            }
        });
    }

    private void execute(String sql) {
        database.writingJdbc(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return statement.executeUpdate();
            }
        });
    }

    private long number(String sql) {
        return database.readingJdbc(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Each connection that broke may fail once more. */
    private static <T> T untilAvailable(Supplier<T> work) {
        for (int attempt = 1; attempt < MOST_BROKEN_CONNECTIONS; attempt++) {
            try {
                return work.get();
            } catch (DatabaseUnavailableException e) {
                // The next one is a new connection, or another of the broken ones.
            }
        }
        return work.get();
    }

    private static <T> T join(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
