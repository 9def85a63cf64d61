package dev.tessera.app.persons;

import dev.tessera.kernel.id.PersonId;
import dev.tessera.kernel.tx.DatabaseUnavailableException;
import dev.tessera.kernel.tx.DuplicateException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Persons in memory, with the failures and the lost commits that a test asks for. */
public final class MemoryPersonStore implements PersonStore {
    /** What can go wrong. */
    public enum Fault {
        NONE,
        /** Nothing can be read or written. */
        AWAY,
        /** A commit happens, but is reported as failed. */
        IN_DOUBT
    }

    private State committed = new State(0, Map.of(), Map.of());
    private State before = committed;
    private Fault fault = Fault.NONE;
    private long commits;

    /** From now on {@code now} goes wrong. */
    public synchronized void fail(Fault now) {
        fault = now;
    }

    /** Undoes the last commit, as when the machine lost it. */
    public synchronized void loseLastCommit() {
        committed = before;
    }

    /** How often something was stored. */
    public synchronized long commits() {
        return commits;
    }

    /** Everyone, by the distinct ids that lead to them. */
    public synchronized Map<DistinctId, Person> all() {
        Map<DistinctId, Person> all = new LinkedHashMap<>();
        committed.ids.forEach((distinctId, id) -> all.put(distinctId, committed.person(id)));
        return all;
    }

    @Override
    public synchronized long appliedPosition() {
        requirePresent();
        return committed.position;
    }

    @Override
    public synchronized Map<DistinctId, Person> find(Collection<DistinctId> ids) {
        requirePresent();
        Map<DistinctId, Person> found = new HashMap<>();
        for (DistinctId id : ids) {
            PersonId person = committed.ids.get(id);
            if (person != null) {
                found.put(id, committed.person(person));
            }
        }
        return found;
    }

    @Override
    public synchronized void apply(PersonChanges changes, long position) {
        requirePresent();
        State after = committed.with(changes, position);
        before = committed;
        committed = after;
        commits++;
        if (fault == Fault.IN_DOUBT) {
            throw new DatabaseUnavailableException("The connection broke during a commit");
        }
    }

    private void requirePresent() {
        if (fault == Fault.AWAY) {
            throw new DatabaseUnavailableException("The store of persons is away");
        }
    }

    private record State(long position, Map<DistinctId, PersonId> ids, Map<PersonId, Person> persons) {
        Person person(PersonId id) {
            Person person = persons.get(id);
            if (person == null) {
                throw new IllegalStateException("There is no person " + id);
            }
            return person;
        }

        State with(PersonChanges changes, long newPosition) {
            if (newPosition < position) {
                throw new IllegalStateException("The store is complete beyond position " + newPosition);
            }
            Map<DistinctId, PersonId> newIds = new LinkedHashMap<>(ids);
            Map<PersonId, Person> newPersons = new LinkedHashMap<>(persons);
            for (NewPerson created : changes.created()) {
                add(created.person(), newPersons);
                created.distinctIds().forEach(id -> add(id, created.person().id(), newIds));
            }
            for (Person updated : changes.updated()) {
                if (newPersons.replace(updated.id(), updated) == null) {
                    throw new IllegalStateException("There is no person " + updated.id() + " to update");
                }
            }
            return new State(newPosition, newIds, newPersons);
        }

        private static void add(Person person, Map<PersonId, Person> persons) {
            boolean taken = persons.values().stream()
                    .anyMatch(it ->
                            it.project().equals(person.project()) && it.uuid().equals(person.uuid()));
            if (taken || persons.putIfAbsent(person.id(), person) != null) {
                throw duplicate(person);
            }
        }

        private static void add(DistinctId id, PersonId person, Map<DistinctId, PersonId> ids) {
            if (ids.putIfAbsent(id, person) != null) {
                throw duplicate(id);
            }
        }

        private static DuplicateException duplicate(Object value) {
            return new DuplicateException(new IllegalArgumentException(value + " is there already"));
        }
    }
}
