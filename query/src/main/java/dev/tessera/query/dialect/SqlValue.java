package dev.tessera.query.dialect;

import java.time.Instant;

/** A value bound to a statement. */
public sealed interface SqlValue {
    /** A text. */
    record Text(String value) implements SqlValue {}

    /** A 64-bit integer. */
    record Whole(long value) implements SqlValue {}

    /** An instant, bound as a timestamp without zone in UTC. */
    record Moment(Instant value) implements SqlValue {}
}
