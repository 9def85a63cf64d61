package dev.tessera.events.duckdb;

import java.sql.SQLException;

/** A place for tests to make a write fail: called when everything is written and nothing is committed. */
@FunctionalInterface
public interface WriteFaults {
    /** Nothing goes wrong. */
    static WriteFaults none() {
        return () -> {};
    }

    void beforeCommit() throws SQLException;
}
