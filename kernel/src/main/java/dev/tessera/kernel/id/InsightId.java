package dev.tessera.kernel.id;

/** The number of an insight; its short id is only for people. */
public record InsightId(long value) {
    public InsightId {
        if (value <= 0) {
            throw new IllegalArgumentException("An insight id is positive, not " + value);
        }
    }
}
