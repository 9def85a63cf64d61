package dev.tessera.app.ingestion;

import com.github.benmanes.caffeine.cache.Cache;
import dev.tessera.app.persons.DistinctId;
import dev.tessera.app.persons.FoundPersons;
import dev.tessera.app.persons.NewPerson;
import dev.tessera.app.persons.Person;
import dev.tessera.app.persons.PersonChanges;
import dev.tessera.app.persons.PersonStore;
import dev.tessera.kernel.id.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out who is behind the events of a group, and what the events change about them, in slices: the persons of a
 * whole group may take more memory than there is.
 *
 * <p>A slice holds the persons that the store returned for its bytes, what they became, and what is set to new ones. One
 * person at a time is taken apart, for all its events at once.
 */
final class Resolution {
    private final PersonStore store;
    private final Cache<DistinctId, Person> cache;
    private final LeftOutLog leftOut;
    private final long known;
    private final long sliceBytes;
    private final Map<DistinctId, List<PendingEvent>> events = new LinkedHashMap<>();
    private final Map<DistinctId, PersonId> people;
    private final Iterator<DistinctId> ids;
    private List<DistinctId> wanted = List.of();

    Resolution(
            List<PendingEvent> group,
            long known,
            PersonStore store,
            Cache<DistinctId, Person> cache,
            LeftOutLog leftOut,
            long sliceBytes) {
        this.store = store;
        this.cache = cache;
        this.leftOut = leftOut;
        this.known = known;
        this.sliceBytes = sliceBytes;
        for (PendingEvent event : group) {
            events.computeIfAbsent(event.distinctId(), _ -> new ArrayList<>(1)).add(event);
        }
        this.people = HashMap.newHashMap(events.size());
        this.ids = events.keySet().iterator();
    }

    /** Whether not everybody was found yet. */
    boolean hasNext() {
        return ids.hasNext() || !wanted.isEmpty();
    }

    /** What changes about the next of them, which is to be stored before more is asked for. */
    PersonChanges next() {
        Slice slice = new Slice();
        if (wanted.isEmpty()) {
            wanted = foldCached(slice);
        }
        if (!wanted.isEmpty()) {
            FoundPersons found = store.find(wanted, Math.max(0, sliceBytes - slice.bytes));
            found.persons().forEach((id, person) -> slice.fold(id, WorkingPerson.stored(person)));
            found.unknown().forEach(slice::create);
            wanted = found.rest();
        }
        return slice.changes();
    }

    /** Everybody, when there is no next. */
    Map<DistinctId, PersonId> people() {
        return people;
    }

    /** Goes through the ids until what their events set, or have changed, fills a slice; returns those to look up. */
    private List<DistinctId> foldCached(Slice slice) {
        List<DistinctId> missing = new ArrayList<>();
        while (ids.hasNext() && slice.bytes < sliceBytes) {
            DistinctId id = ids.next();
            Person person = cache.getIfPresent(id);
            if (person == null) {
                missing.add(id);
                eventsOf(id)
                        .forEach(it -> slice.bytes += it.captured().set().length()
                                + it.captured().setOnce().length());
            } else {
                slice.fold(id, WorkingPerson.stored(person));
            }
        }
        return missing;
    }

    private List<PendingEvent> eventsOf(DistinctId id) {
        return events.getOrDefault(id, List.of());
    }

    /** Persons whose changes are in memory together. */
    private final class Slice {
        private final List<NewPerson> created = new ArrayList<>();
        private final List<Person> updated = new ArrayList<>();
        private long bytes;

        /** The first event of an id that leads to nobody creates a person. */
        void create(DistinctId id) {
            List<PendingEvent> all = eventsOf(id);
            WorkingPerson person = WorkingPerson.createdBy(all.getFirst());
            fold(id, person, all.subList(1, all.size()));
        }

        void fold(DistinctId id, WorkingPerson person) {
            fold(id, person, eventsOf(id));
        }

        private void fold(DistinctId id, WorkingPerson person, List<PendingEvent> updates) {
            for (PendingEvent event : updates) {
                if (event.recordEnd() > known) {
                    person.update(event.captured());
                }
            }
            Person after = person.after();
            people.put(id, after.id());
            cache.put(id, after);
            if (person.created()) {
                created.add(new NewPerson(after, List.of(id)));
            } else if (person.changed()) {
                updated.add(after);
            }
            if (person.changed()) {
                bytes += after.properties().length();
            }
            if (person.leftOut() > 0) {
                leftOut.add(after, person.leftOut(), eventsOf(id).getLast().receivedAt());
            }
        }

        PersonChanges changes() {
            return new PersonChanges(created, updated);
        }
    }
}
