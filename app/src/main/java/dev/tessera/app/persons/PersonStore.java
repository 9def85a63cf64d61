package dev.tessera.app.persons;

import java.util.Collection;
import java.util.Map;

/** Keeps persons and their distinct ids: the truth about who is who. */
public interface PersonStore {
    /** The end of the last journal record whose effects on persons are stored, 0 when none is. */
    long appliedPosition();

    /** The persons behind those of {@code ids} that have one. */
    Map<DistinctId, Person> find(Collection<DistinctId> ids);

    /** Stores {@code changes} and the journal position up to which persons are then complete, in one transaction. */
    void apply(PersonChanges changes, long position);
}
