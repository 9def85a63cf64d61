package dev.tessera.app.ingestion;

import dev.tessera.events.duckdb.WriteFaults;
import java.sql.SQLException;

/** Failures of the event store that a test switches on and off. */
public final class StoreFaults implements WriteFaults {
    /** What can go wrong. */
    public enum Fault {
        NONE,
        /** A commit does not happen. */
        REFUSED,
        /** A commit happens, but is reported as failed. */
        IN_DOUBT
    }

    private volatile Fault fault = Fault.NONE;

    /** From now on {@code now} goes wrong. */
    public void fail(Fault now) {
        fault = now;
    }

    @Override
    public void beforeCommit() throws SQLException {
        if (fault == Fault.REFUSED) {
            throw new SQLException("No space left on device");
        }
    }

    @Override
    public void afterCommit() throws SQLException {
        if (fault == Fault.IN_DOUBT) {
            throw new SQLException("The answer got lost");
        }
    }
}
