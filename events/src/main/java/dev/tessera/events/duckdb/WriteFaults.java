package dev.tessera.events.duckdb;

import java.sql.SQLException;

/** Places for tests to make a write fail. */
@FunctionalInterface
public interface WriteFaults {
    /** Nothing goes wrong. */
    static WriteFaults none() {
        return () -> {};
    }

    /** Everything is written and nothing is committed. */
    void beforeCommit() throws SQLException;

    /** Everything is committed, but the writer does not know yet. */
    default void afterCommit() throws SQLException {}
}
