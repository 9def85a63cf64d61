package dev.tessera.metadata;

import java.sql.Connection;
import java.sql.SQLException;

/** Work on a plain connection; the transaction around it is not its business. */
@FunctionalInterface
public interface JdbcWork<T> {
    T run(Connection connection) throws SQLException;
}
