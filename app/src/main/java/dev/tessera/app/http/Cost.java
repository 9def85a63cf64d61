package dev.tessera.app.http;

/** What an operation takes, by which it is limited how often it can be asked for. */
public enum Cost {
    /** A look into the metadata store. */
    LOOKUP,
    /** Queries over events. */
    QUERY,
    /** A look over recent events that is asked for while somebody types. */
    VALUES
}
