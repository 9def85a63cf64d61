package dev.tessera.metadata;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The schema of a database as lines of text that are the same on every engine. */
final class SchemaText {
    private final DatabaseMetaData metadata;
    private final @Nullable String schema;

    private SchemaText(Connection connection, @Nullable String schema) throws SQLException {
        this.metadata = connection.getMetaData();
        this.schema = schema;
    }

    /** What {@code database} holds, but for Flyway's own table, in order of the lines. */
    static List<String> of(Database database) {
        return database.readingJdbc(connection -> {
            boolean sqlite = connection.getMetaData().getDatabaseProductName().equals("SQLite");
            return new SchemaText(connection, sqlite ? null : "public").lines();
        });
    }

    private List<String> lines() throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet tables = metadata.getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                if (!table.startsWith("flyway_") && !table.startsWith("sqlite_")) {
                    lines.add(table);
                }
            }
        }
        for (String table : List.copyOf(lines)) {
            addColumns(table, lines);
            addKey(table, lines);
            addIndexes(table, lines);
            addReferences(table, lines);
        }
        return lines.stream().sorted().toList();
    }

    private void addColumns(String table, List<String> lines) throws SQLException {
        try (ResultSet columns = metadata.getColumns(null, schema, table, "%")) {
            while (columns.next()) {
                lines.add(table + "." + columns.getString("COLUMN_NAME") + " "
                        + type(columns.getString("TYPE_NAME"), columns.getInt("COLUMN_SIZE"))
                        + (columns.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls ? " NOT NULL" : ""));
            }
        }
    }

    /** SQLite makes identity columns of INTEGER only; its other names of types are those of the migrations. */
    private static String type(String name, int size) {
        String plain = name.toUpperCase(Locale.ROOT).replaceAll("\\(.*", "");
        return switch (plain) {
            case "INTEGER", "INT8", "BIGSERIAL" -> "BIGINT";
            case "BOOL" -> "BOOLEAN";
            case "FLOAT8" -> "DOUBLE PRECISION";
            case "VARCHAR" -> "VARCHAR(" + size + ")";
            default -> plain;
        };
    }

    private void addKey(String table, List<String> lines) throws SQLException {
        TreeSet<String> columns = new TreeSet<>();
        try (ResultSet key = metadata.getPrimaryKeys(null, schema, table)) {
            while (key.next()) {
                columns.add(key.getString("COLUMN_NAME"));
            }
        }
        lines.add(table + " key " + columns);
    }

    /** Unique or not, but without names: SQLite gives those of constraints itself, and has none for some keys. */
    private void addIndexes(String table, List<String> lines) throws SQLException {
        SortedMap<String, List<String>> indexes = new TreeMap<>();
        try (ResultSet rows = metadata.getIndexInfo(null, schema, table, false, true)) {
            while (rows.next()) {
                String name = rows.getString("INDEX_NAME");
                String column = rows.getString("COLUMN_NAME");
                if (name != null) {
                    String unique = rows.getBoolean("NON_UNIQUE") ? "index " : "unique ";
                    indexes.computeIfAbsent(name, _ -> new ArrayList<>(List.of(unique)))
                            .add(column == null || column.contains("(") ? "(expression)" : column);
                }
            }
        }
        String key = lines.getLast().substring((table + " key ").length());
        for (List<String> index : indexes.values()) {
            List<String> columns = index.subList(1, index.size());
            if (!new TreeSet<>(columns).toString().equals(key)) {
                lines.add(table + " " + index.getFirst() + columns);
            }
        }
    }

    private void addReferences(String table, List<String> lines) throws SQLException {
        try (ResultSet rows = metadata.getImportedKeys(null, schema, table)) {
            while (rows.next()) {
                lines.add(table + "." + rows.getString("FKCOLUMN_NAME") + " references "
                        + rows.getString("PKTABLE_NAME") + "." + rows.getString("PKCOLUMN_NAME") + ", "
                        + deleting(rows.getShort("DELETE_RULE")));
            }
        }
    }

    private static String deleting(short rule) {
        return switch (rule) {
            case DatabaseMetaData.importedKeyCascade -> "deleted with it";
            case DatabaseMetaData.importedKeySetNull -> "emptied with it";
            default -> "keeping it";
        };
    }
}
