package dev.tessera.app.persons;

import dev.tessera.kernel.id.PersonId;
import dev.tessera.kernel.tx.DatabaseUnavailableException;
import dev.tessera.kernel.tx.DuplicateException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Persons in memory, with the failures and the lost commits that a test asks for. */
public final class MemoryPersonStore implements PersonStore {
    /** What can go wrong. */
    public enum Fault {
        NONE,
        /** Nothing can be read or written. */
        AWAY,
        /** It goes away in the middle of a transaction: only a first part can be stored, and nothing be committed. */
        HALFWAY,
        /** A commit happens, but is reported as failed. */
        IN_DOUBT
    }

    private State committed = new State(0, Map.of(), Map.of());
    private State before = committed;
    private State open = committed;
    private Fault fault = Fault.NONE;
    private long commits;

    /** From now on {@code now} goes wrong. */
    public synchronized void fail(Fault now) {
        fault = now;
    }

    /** Undoes the last commit, as when the machine lost it. */
    public synchronized void loseLastCommit() {
        committed = before;
        open = before;
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

    /** Undoes what was stored since the last commit, as a transaction that fails does. */
    public synchronized void rollBack() {
        open = committed;
    }

    @Override
    public synchronized FoundPersons find(List<DistinctId> ids, long bytes) {
        requirePresent();
        Map<DistinctId, Person> found = new LinkedHashMap<>();
        List<DistinctId> unknown = new ArrayList<>();
        long room = bytes;
        for (DistinctId id : ids) {
            if (room <= 0 && found.size() + unknown.size() > 0) {
                return new FoundPersons(found, unknown, ids.subList(found.size() + unknown.size(), ids.size()));
            }
            PersonId person = open.ids.get(id);
            if (person == null) {
                unknown.add(id);
            } else {
                found.put(id, open.person(person));
                room -= open.person(person).properties().getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return new FoundPersons(found, unknown, List.of());
    }

    @Override
    public synchronized void store(PersonChanges changes) {
        requirePresent();
        requireNot(Fault.HALFWAY, !open.equals(committed));
        open = open.with(changes, open.position);
    }

    @Override
    public synchronized void apply(PersonChanges changes, long position) {
        requirePresent();
        requireNot(Fault.HALFWAY, true);
        State after = open.with(changes, position);
        before = committed;
        committed = after;
        open = after;
        commits++;
        if (fault == Fault.IN_DOUBT) {
            throw new DatabaseUnavailableException("The connection broke during a commit");
        }
    }

    private void requirePresent() {
        requireNot(Fault.AWAY, true);
    }

    private void requireNot(Fault which, boolean when) {
        if (when && fault == which) {
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
