package dev.tessera.app.ingestion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tessera.app.persons.DistinctId;
import dev.tessera.app.persons.NewPerson;
import dev.tessera.app.persons.Person;
import dev.tessera.app.persons.PersonChanges;
import dev.tessera.app.persons.PersonStore;
import dev.tessera.kernel.id.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds or creates the person behind each event and folds the events' person properties into it.
 *
 * <p>Persons in use are kept in memory, within a bound. The memory is right because this is the only writer; after a
 * failed write it must be {@linkplain #forget forgotten}.
 */
final class Identity {
    private static final long MAX_CACHED_BYTES = 16L << 20;
    private static final int ENTRY_OVERHEAD = 300;

    private final PersonStore store;
    private final Cache<DistinctId, Person> cache = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(MAX_CACHED_BYTES)
            .<DistinctId, Person>weigher((id, person) ->
                    ENTRY_OVERHEAD + id.value().length() + person.properties().length())
            .build();

    Identity(PersonStore store) {
        this.store = store;
    }

    /**
     * The persons of {@code events} by distinct id, stored together with what the events change.
     *
     * @param known the position up to which changes are stored already: events before it only find their person
     * @param position the position up to which changes are stored afterwards
     */
    Map<DistinctId, PersonId> resolve(List<PendingEvent> events, long known, long position) {
        Map<DistinctId, WorkingPerson> working = load(events);
        for (PendingEvent event : events) {
            WorkingPerson person = working.get(event.distinctId());
            if (person == null) {
                working.put(event.distinctId(), WorkingPerson.createdBy(event));
            } else if (event.recordEnd() > known) {
                person.update(event.captured());
            }
        }
        PersonChanges changes = changes(working);
        if (position > known || !changes.isEmpty()) {
            store.apply(changes, Math.max(position, known));
        }
        Map<DistinctId, PersonId> ids = HashMap.newHashMap(working.size());
        working.forEach((distinctId, person) -> {
            cache.put(distinctId, person.after());
            ids.put(distinctId, person.id());
        });
        return ids;
    }

    /** Forgets what was in memory; the store is asked again. */
    void forget() {
        cache.invalidateAll();
    }

    private Map<DistinctId, WorkingPerson> load(List<PendingEvent> events) {
        Set<DistinctId> wanted = new LinkedHashSet<>();
        Map<DistinctId, WorkingPerson> working = new LinkedHashMap<>();
        for (PendingEvent event : events) {
            DistinctId id = event.distinctId();
            if (!working.containsKey(id) && !wanted.contains(id)) {
                Person cached = cache.getIfPresent(id);
                if (cached == null) {
                    wanted.add(id);
                } else {
                    working.put(id, WorkingPerson.stored(cached));
                }
            }
        }
        store.find(wanted).forEach((id, person) -> working.put(id, WorkingPerson.stored(person)));
        return working;
    }

    private static PersonChanges changes(Map<DistinctId, WorkingPerson> working) {
        List<NewPerson> created = new ArrayList<>();
        List<Person> updated = new ArrayList<>();
        working.forEach((distinctId, person) -> {
            if (person.created()) {
                created.add(person.asNew(distinctId));
            } else if (person.updated()) {
                updated.add(person.after());
            }
        });
        return new PersonChanges(created, updated);
    }
}
