package dev.tessera.query.dialect.duckdb;

import dev.tessera.query.dialect.SqlWriter;

/** Reads properties that are in their event's row. */
record RowProperties(SqlWriter sql) implements PropertyReader {
    @Override
    public void property(String name) {
        call("json_extract_string", name);
    }

    @Override
    public void number(String name) {
        sql.sql("CASE WHEN ");
        call("json_type", name);
        sql.sql(" <> 'VARCHAR' THEN ");
        property(name);
        sql.sql(" END");
    }

    private void call(String function, String name) {
        sql.sql(function).sql("(").sql(PropertyLayout.NAMES.get(PropertyLayout.column(name)));
        sql.sql(", ").bind(pointer(name)).sql(")");
    }

    /** The JSON pointer to {@code name} (RFC 6901): any text is a name, also one with dots, slashes or dollars. */
    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
