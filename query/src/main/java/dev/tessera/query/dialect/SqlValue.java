package dev.tessera.query.dialect;

import java.time.Instant;
import java.util.List;

/** A value bound to a statement. */
public sealed interface SqlValue {
    /** A text. */
    record Text(String value) implements SqlValue {}

    /** A list of texts, bound as one value: a statement that named each of many would take far more memory to prepare. */
    record Texts(List<String> values) implements SqlValue {
        public Texts {
            values = List.copyOf(values);
        }
    }

    /** A 64-bit integer. */
    record Whole(long value) implements SqlValue {}

    /** An instant, bound as a timestamp without zone in UTC. */
    record Moment(Instant value) implements SqlValue {}
}
