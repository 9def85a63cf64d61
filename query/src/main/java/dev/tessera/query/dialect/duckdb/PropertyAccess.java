package dev.tessera.query.dialect.duckdb;

import dev.tessera.query.dialect.EventColumn;
import dev.tessera.query.dialect.SqlWriter;

/** Decides how a property of an event is read; nothing else knows. */
final class PropertyAccess {
    private PropertyAccess() {}

    /** Writes the text of the property {@code key}, NULL where it is missing. */
    static void write(SqlWriter sql, String key) {
        sql.sql("json_extract_string(")
                .column(EventColumn.PROPERTIES)
                .sql(", ")
                .bind(pointer(key))
                .sql(")");
    }

    /** The JSON pointer to {@code key} (RFC 6901): any text is a key, also one with dots, slashes or dollars. */
    private static String pointer(String key) {
        return "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
