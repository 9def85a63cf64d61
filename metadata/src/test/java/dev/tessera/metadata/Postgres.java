package dev.tessera.metadata;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL server for all tests of a JVM; each test gets a database of its own on it. */
public final class Postgres {
    private static final Postgres SERVER = new Postgres();

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private Postgres() {
        try {
            this.server = EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JDBC URL of a new, empty database. */
    public static String newDatabase() {
        String name = "test" + SERVER.databases.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return SERVER.server.getJdbcUrl("postgres", name);
    }

    /** Ends every connection to the database that {@code url} names, as a restart of the server would. */
    public static void disconnect(String url) {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name(url) + "'");
    }

    /** Ends the connection by which a server owns the database that {@code url} names. */
    public static void disown(String url) {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name(url)
                + "' AND application_name = 'tessera-owner'");
    }

    /** Waits until a connection to the database that {@code url} names waits for a lock. */
    public static void awaitWaiter(String url) {
        execute("DO $$ BEGIN FOR i IN 1..3000 LOOP IF EXISTS (SELECT 1 FROM pg_locks l JOIN pg_database d"
                + " ON d.oid = l.database WHERE NOT l.granted AND d.datname = '"
                + name(url) + "') THEN RETURN; END IF; PERFORM pg_sleep(0.01); END LOOP;"
                + " RAISE EXCEPTION 'nobody waits'; END $$");
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
    }

    private static void execute(String sql) {
        try (Connection connection = SERVER.server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
