package dev.tessera.metadata;

import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clean-up whose failure must not hide the failure that led to it. */
final class Quietly {
    private static final Logger log = LoggerFactory.getLogger(Quietly.class);

    private Quietly() {}

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            log.warn("A metadata connection did not close: {}", e.getMessage());
        }
    }

    /** Undoes the open transaction; false when that failed and the connection must not be used again. */
    static boolean rollback(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            return true;
        } catch (SQLException e) {
            log.warn("A metadata transaction was not rolled back: {}", e.getMessage());
            return false;
        }
    }
}
