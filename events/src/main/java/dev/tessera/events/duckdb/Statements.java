package dev.tessera.events.duckdb;

import dev.tessera.query.dialect.SqlStatement;
import dev.tessera.query.dialect.SqlValue;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/** Binds the values of printed statements. */
final class Statements {
    private Statements() {}

    static DuckDBPreparedStatement prepare(DuckDBConnection connection, SqlStatement sql) throws SQLException {
        DuckDBPreparedStatement statement = connection.prepare(sql.text());
        try {
            List<SqlValue> parameters = sql.parameters();
            for (int i = 0; i < parameters.size(); i++) {
                bind(connection, statement, i + 1, parameters.get(i));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            DuckDbDatabase.closeQuietly(statement);
            throw e;
        }
    }

    private static void bind(DuckDBConnection connection, DuckDBPreparedStatement statement, int index, SqlValue value)
            throws SQLException {
        switch (value) {
            case SqlValue.Text it -> statement.setString(index, it.value());
            case SqlValue.Texts it ->
                statement.setArray(
                        index, connection.createArrayOf("VARCHAR", it.values().toArray()));
            case SqlValue.Whole it -> statement.setLong(index, it.value());
            case SqlValue.Moment it -> statement.setObject(index, LocalDateTime.ofInstant(it.value(), ZoneOffset.UTC));
        }
    }
}
