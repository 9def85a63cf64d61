package dev.tessera.metadata;

import dev.tessera.kernel.tx.DatabaseUnavailableException;
import dev.tessera.kernel.tx.DuplicateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jooq.exception.DataAccessException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a failure of an engine means: its machine or connection, a duplicate, or a bug of ours. */
final class Failures {
    /** Connection, resources, operator, system, internal; serialization and deadlock; a standby that cannot write. */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57", "58", "XX", "40");

    private static final String READ_ONLY_SERVER = "25006";
    private static final String UNIQUE_VIOLATION = "23505";

    private Failures() {}

    /** The exception to throw for {@code failure}, which was raised in a transaction that is undone. */
    static RuntimeException translate(SQLException failure) {
        if (duplicate(failure)) {
            return new DuplicateException(failure);
        }
        if (unavailable(failure)) {
            return new DatabaseUnavailableException("The metadata store failed: " + failure.getMessage(), failure);
        }
        return new DataAccessException(failure.getMessage(), failure);
    }

    /** {@code failure} itself, or what it means when an engine's failure is inside. */
    static RuntimeException translate(RuntimeException failure) {
        if (failure instanceof DataAccessException && failure.getCause() instanceof SQLException cause) {
            RuntimeException meaning = translate(cause);
            return meaning instanceof DataAccessException ? failure : meaning;
        }
        return failure;
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
