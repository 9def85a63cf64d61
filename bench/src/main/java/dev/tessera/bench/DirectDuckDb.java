package dev.tessera.bench;

import dev.tessera.events.duckdb.DuckDbConfig;
import dev.tessera.query.dialect.SqlStatement;
import dev.tessera.query.dialect.SqlValue;
import dev.tessera.query.dialect.duckdb.DuckDbDialect;
import dev.tessera.query.dialect.duckdb.LargeValues;
import dev.tessera.query.plan.SeriesPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A copy of the server's DuckDB file, opened in this process with the server's memory and threads and nothing in between. */
final class DirectDuckDb implements AutoCloseable {
    private static final Path SQL = Path.of("bench", "sql");

    private final Connection connection;

    private DirectDuckDb(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens a copy of the file somewhere under {@code data}, so that a server can have the file itself open at the same
     * time.
     *
     * @param copy where the copy is made; no server may have the file open meanwhile
     */
    static DirectDuckDb openCopy(Path data, Path copy) throws IOException, SQLException {
        Path file;
        try (Stream<Path> files = Files.walk(data)) {
            file = files.filter(path -> path.toString().endsWith(".duckdb"))
                    .findFirst()
                    .orElseThrow(() -> new BenchException("There is no DuckDB file under " + data));
        }
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        Properties properties = new Properties();
        properties.setProperty("memory_limit", DuckDbConfig.MEMORY_MEGABYTES + "MiB");
        properties.setProperty("threads", Integer.toString(DuckDbConfig.THREADS));
        properties.setProperty("preserve_insertion_order", "false");
        properties.setProperty("jdbc_stream_results", "true");
        return new DirectDuckDb(DriverManager.getConnection("jdbc:duckdb:" + copy, properties));
    }

    /** The sum of all values of the plan's own SQL; the benchmarks' events have no large values. */
    double total(SeriesPlan plan) {
        SqlStatement sql = DuckDbDialect.print(plan, LargeValues.ABSENT);
        return total(sql.text(), sql.parameters());
    }

    /** The sum of all values of a statement from {@code bench/sql} for the project and time of {@code plan}. */
    double total(String name, SeriesPlan plan) throws IOException {
        return total(
                Files.readString(SQL.resolve(name)),
                List.of(
                        new SqlValue.Whole(plan.project().value()),
                        new SqlValue.Moment(plan.time().from()),
                        new SqlValue.Moment(plan.time().until())));
    }

    private double total(String sql, List<SqlValue> parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                bind(statement, i + 1, parameters.get(i));
            }
            double total = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    total += rows.getDouble("value");
                }
            }
            return total;
        } catch (SQLException e) {
            throw new BenchException("DuckDB refused: " + e.getMessage());
        }
    }

    private static void bind(PreparedStatement statement, int index, SqlValue value) throws SQLException {
        switch (value) {
            case SqlValue.Text it -> statement.setString(index, it.value());
            case SqlValue.Texts it ->
                statement.setArray(
                        index,
                        statement
                                .getConnection()
                                .createArrayOf("VARCHAR", it.values().toArray()));
            case SqlValue.Whole it -> statement.setLong(index, it.value());
            case SqlValue.Moment it -> statement.setObject(index, utc(it.value()));
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
