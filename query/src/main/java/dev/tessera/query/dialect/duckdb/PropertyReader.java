package dev.tessera.query.dialect.duckdb;

/** Writes the text of a property, wherever it is kept; NULL where it is missing. */
interface PropertyReader {
    void property(String name);

    /** The same, NULL also where it is a string: only a number has the text of one then. */
    void number(String name);
}
