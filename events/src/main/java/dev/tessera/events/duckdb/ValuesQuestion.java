package dev.tessera.events.duckdb;

import dev.tessera.query.dialect.duckdb.DuckDbDialect;
import dev.tessera.query.dialect.duckdb.LargeValues;
import dev.tessera.query.plan.ValuesPlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/** Asks for values that events have. */
record ValuesQuestion(ValuesPlan plan, LargeValues large) implements Inquiry.Question<List<String>> {
    @Override
    public DuckDBPreparedStatement prepare(DuckDBConnection connection) throws SQLException {
        return Statements.prepare(connection, DuckDbDialect.print(plan, large));
    }

    @Override
    public List<String> answer(DuckDBPreparedStatement statement) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
