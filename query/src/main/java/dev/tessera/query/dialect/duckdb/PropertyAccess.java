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

    /** Writes the text of the property {@code key} if it may be a number, and is no string at least. */
    static void writeNumber(SqlWriter sql, String key) {
        sql.sql("CASE WHEN json_type(").column(EventColumn.PROPERTIES).sql(", ").bind(pointer(key));
        sql.sql(") <> 'VARCHAR' THEN ");
        write(sql, key);
        sql.sql(" END");
    }

    /** The JSON pointer to {@code key} (RFC 6901): any text is a key, also one with dots, slashes or dollars. */
    private static String pointer(String key) {
        return "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
