package dev.tessera.query.dialect.duckdb;

/** Whether a project has large values ({@link LargeValue}), which a statement then has to look at. */
public enum LargeValues {
    /** No event of the project has one. */
    ABSENT,
    /** Some may. */
    PRESENT
}
