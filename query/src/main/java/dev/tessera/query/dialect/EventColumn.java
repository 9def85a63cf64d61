package dev.tessera.query.dialect;

import java.util.Locale;

/**
 * The columns of the {@code events} table that queries use. Every engine has them under these names; how it keeps
 * properties is its own affair.
 */
public enum EventColumn {
    /** The project's number. */
    PROJECT_ID,
    /** The event's name. */
    EVENT,
    /** The person's compact number. */
    PERSON_ID,
    /** When it happened, in UTC to the microsecond. */
    TIMESTAMP;

    /** The name of the table that has them. */
    public static final String TABLE = "events";

    /** The name in the table. */
    public String columnName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
