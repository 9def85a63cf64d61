package dev.tessera.metadata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An empty database for each test. */
public final class TestDatabase implements BeforeEachCallback, AfterEachCallback, Supplier<Database> {
    private final Engine engine;
    private @Nullable Database database;
    private @Nullable Path folder;

    private TestDatabase(Engine engine) {
        this.engine = engine;
    }

    /** Databases of SQLite, each in a file of its own. */
    public static TestDatabase sqlite() {
        return new TestDatabase(Engine.SQLITE);
    }

    /** Databases of one PostgreSQL server. */
    public static TestDatabase postgres() {
        return new TestDatabase(Engine.POSTGRES);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        database = switch (engine) {
            case SQLITE -> {
                Path made = Files.createTempDirectory("tessera-database");
                folder = made;
                yield Database.sqlite(made.resolve("tessera.sqlite"));
            }
            case POSTGRES -> Database.postgresql(Postgres.newDatabase());
        };
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        get().close();
        if (folder != null) {
            delete(folder);
        }
    }

    @Override
    public Database get() {
        if (database == null) {
            throw new IllegalStateException("No test is running");
        }
        return database;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private enum Engine {
        SQLITE,
        POSTGRES
    }
}
