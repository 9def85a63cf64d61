package dev.tessera.events.duckdb;

import dev.tessera.events.BreakdownValues;
import dev.tessera.query.dialect.duckdb.DuckDbDialect;
import dev.tessera.query.dialect.duckdb.LargeValues;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.plan.SeriesRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/** Asks for the rows of a series. */
record SeriesQuestion(SeriesPlan plan, LargeValues large) implements Inquiry.Question<List<SeriesRow>> {
    @Override
    public DuckDBPreparedStatement prepare(DuckDBConnection connection) throws SQLException {
        return Statements.prepare(connection, DuckDbDialect.print(plan, large));
    }

    @Override
    public List<SeriesRow> answer(DuckDBPreparedStatement statement) throws SQLException {
        List<SeriesRow> series = new ArrayList<>();
        BreakdownValues values = new BreakdownValues();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                List<String> breakdown = new ArrayList<>();
                for (int i = 0; i < plan.breakdown().values().size(); i++) {
                    breakdown.add(rows.getString(3 + i));
                }
                series.add(new SeriesRow(rows.getLong(1), values.shared(breakdown), rows.getDouble(2)));
            }
        }
        return series;
    }
}
