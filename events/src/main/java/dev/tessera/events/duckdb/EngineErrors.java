package dev.tessera.events.duckdb;

import java.sql.SQLException;

/** What the driver's exceptions mean; it tells kinds of errors apart in their messages only. */
final class EngineErrors {
    /** What the driver says when a streamed query failed before its first row, whatever the reason was. */
    private static final String HIDDEN = "Invalid Input Error: Invalid result set";

    private static final String OUT_OF_MEMORY = "Out of Memory Error:";

    private EngineErrors() {}

    /** Whether the engine had a reason that the driver does not tell. */
    static boolean hidesItsReason(SQLException e) {
        return message(e).startsWith(HIDDEN);
    }

    /** Whether the query needed more than {@code memory_limit}, or more room for temporary files than there is. */
    static boolean isOutOfMemory(SQLException e) {
        return message(e).startsWith(OUT_OF_MEMORY);
    }

    private static String message(SQLException e) {
        return String.valueOf(e.getMessage());
    }
}
