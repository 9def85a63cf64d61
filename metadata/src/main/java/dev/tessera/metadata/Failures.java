package dev.tessera.metadata;

import dev.tessera.kernel.tx.DatabaseUnavailableException;
import dev.tessera.kernel.tx.DuplicateException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jooq.exception.DataAccessException;
import org.postgresql.util.PSQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a failure of an engine means: its machine or connection, a duplicate, or a bug of ours. */
final class Failures {
    /** Connection, resources, operator, system, internal; serialization and deadlock; a standby that cannot write. */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57", "58", "XX", "40");

    static final String LOCK_TIMEOUT = "55P03";
    private static final String READ_ONLY_SERVER = "25006";
    private static final String UNIQUE_VIOLATION = "23505";

    private Failures() {}

    /** The exception to throw for {@code failure}, which was raised in a transaction that is undone. */
    static RuntimeException translate(SQLException failure) {
        if (duplicate(failure)) {
            return new DuplicateException(safe(failure));
        }
        if (unavailable(failure)) {
            return new DatabaseUnavailableException("The metadata store failed: " + message(failure), safe(failure));
        }
        return new DataAccessException("The metadata store failed: " + message(failure), safe(failure));
    }

    /** {@code failure} itself, or what it means when an engine's failure is inside. */
    static RuntimeException translate(RuntimeException failure) {
        if (failure instanceof DataAccessException && failure.getCause() instanceof SQLException cause) {
            return translate(cause);
        }
        return failure;
    }

    /**
     * The exception to throw for {@code failure}. PostgreSQL's driver asserts that a connection is open after a batch,
     * also when that is what the connection broke on; then the database is away and nothing of ours is wrong.
     *
     * @throws AssertionError {@code failure}, when it is not the driver's
     */
    static RuntimeException translate(AssertionError failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        if (trace.length == 0 || !trace[0].getClassName().startsWith("org.postgresql.")) {
            throw failure;
        }
        return new DatabaseUnavailableException("The metadata store failed: its connection broke in a batch", failure);
    }

    /**
     * {@code failure} for logs: its place, its state and what the engine says about it. The driver's own text has the
     * statement with its values in it.
     */
    static SQLException safe(SQLException failure) {
        SQLException safe = new SQLException(message(failure), failure.getSQLState(), failure.getErrorCode());
        safe.setStackTrace(failure.getStackTrace());
        return safe;
    }

    /** The state of {@code failure} and what the engine says about it, without the values it was about. */
    static String message(SQLException failure) {
        SQLException inner = failure instanceof BatchUpdateException && failure.getNextException() != null
                ? failure.getNextException()
                : failure;
        String text = switch (inner) {
            case PSQLException postgres
            when postgres.getServerErrorMessage() != null ->
                postgres.getServerErrorMessage().getMessage();
            case BatchUpdateException _ -> "a batch failed";
            case SQLException other -> other.getMessage();
        };
        return state(inner).isEmpty() ? String.valueOf(text) : text + " (" + state(inner) + ")";
    }

    private static boolean duplicate(SQLException failure) {
        if (failure instanceof SQLiteException sqlite) {
            SQLiteErrorCode code = sqlite.getResultCode();
            return code == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
                    || code == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY
                    || code == SQLiteErrorCode.SQLITE_CONSTRAINT_ROWID;
        }
        return UNIQUE_VIOLATION.equals(state(failure));
    }

    private static boolean unavailable(SQLException failure) {
        if (failure instanceof SQLiteException sqlite) {
            return sqliteUnavailable(sqlite.getResultCode().code & 0xFF);
        }
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException
                || state(failure).equals(READ_ONLY_SERVER)
                || state(failure).equals(LOCK_TIMEOUT)
                || (state(failure).length() == 5
                        && UNAVAILABLE_CLASSES.contains(state(failure).substring(0, 2)));
    }

    /** Busy, locked, no memory, read-only, I/O, corrupt, full, cannot open, protocol, not a database. */
    private static boolean sqliteUnavailable(int primaryCode) {
        return switch (primaryCode) {
            case 5, 6, 7, 8, 10, 11, 13, 14, 15, 26 -> true;
            default -> false;
        };
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
