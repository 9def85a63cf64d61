package dev.tessera.kernel.id;

/**
 * The compact integer of a person inside the event store; the API's UUID lives with the person.
 *
 * <p>It is the {@linkplain EventSequence sequence} of the event that created the person, so replaying the journal
 * gives the same ids.
 */
public record PersonId(long value) {
    public PersonId {
        if (value <= 0) {
            throw new IllegalArgumentException("A person id is positive, not " + value);
        }
    }

    /** The id of the person that the event at {@code sequence} creates. */
    public static PersonId createdBy(EventSequence sequence) {
        return new PersonId(sequence.value());
    }
}
