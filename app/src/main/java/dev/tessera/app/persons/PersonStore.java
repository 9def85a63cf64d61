package dev.tessera.app.persons;

import java.util.List;

/** Keeps persons and their distinct ids: the truth about who is who. */
public interface PersonStore {
    /** The end of the last journal record whose effects on persons are stored, 0 when none is. */
    long appliedPosition();

    /**
     * The persons behind {@code ids}, or behind some of them: no more are read when their properties take
     * {@code bytes}.
     *
     * @param ids without repetitions; if there is one at least, one is looked up, however large its person is
     * @param bytes of properties to hold at once; what is returned may have a few megabytes more
     */
    FoundPersons find(List<DistinctId> ids, long bytes);

    /** Stores {@code changes}, a part of those that the open transaction makes; {@link #apply} is its last step. */
    void store(PersonChanges changes);

    /** Stores {@code changes} and the journal position up to which persons are then complete, in one transaction. */
    void apply(PersonChanges changes, long position);
}
