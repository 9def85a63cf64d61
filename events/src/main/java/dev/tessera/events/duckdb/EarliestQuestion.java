package dev.tessera.events.duckdb;

import dev.tessera.query.dialect.duckdb.DuckDbDialect;
import dev.tessera.query.dialect.duckdb.LargeValues;
import dev.tessera.query.plan.EarliestPlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/** Asks for the instant of the first event. */
record EarliestQuestion(EarliestPlan plan, LargeValues large) implements Inquiry.Question<Optional<Instant>> {
    @Override
    public DuckDBPreparedStatement prepare(DuckDBConnection connection) throws SQLException {
        return Statements.prepare(connection, DuckDbDialect.print(plan, large));
    }

    @Override
    public Optional<Instant> answer(DuckDBPreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            long micros = rows.getLong(1);
            return rows.wasNull() ? Optional.empty() : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        }
    }
}
