package dev.tessera.kernel.id;

/**
 * The place of an event in the journal: the position of its record plus its index in that record.
 *
 * <p>A record is longer in bytes than it has events, so no two events share a sequence, and a later event has a
 * larger one. It survives a replay, which makes it the way to tell an event from a repetition of it.
 */
public record EventSequence(long value) implements Comparable<EventSequence> {
    public EventSequence {
        if (value <= 0) {
            throw new IllegalArgumentException("An event sequence is positive, not " + value);
        }
    }

    @Override
    public int compareTo(EventSequence other) {
        return Long.compare(value, other.value);
    }
}
