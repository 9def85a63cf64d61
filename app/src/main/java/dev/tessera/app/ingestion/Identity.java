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
     * The persons behind {@code events}, and what the events change about them, which is then to be stored and
     * {@linkplain #remember remembered}.
     *
     * @param known the position up to which changes are stored already: events before it only find their person
     */
    Resolution resolve(List<PendingEvent> events, long known) {
        Map<DistinctId, WorkingPerson> working = load(events);
        for (PendingEvent event : events) {
            WorkingPerson person = working.get(event.distinctId());
            if (person == null) {
                working.put(event.distinctId(), WorkingPerson.createdBy(event));
            } else if (event.recordEnd() > known) {
                person.update(event.captured());
            }
        }
        return new Resolution(working);
    }

    /** Keeps persons in memory as they are in the store now. */
    void remember(Resolution resolution) {
        resolution.working().forEach((distinctId, person) -> cache.put(distinctId, person.after()));
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

    /** Who is behind the events of a group. */
    record Resolution(Map<DistinctId, WorkingPerson> working) {
        Map<DistinctId, PersonId> people() {
            Map<DistinctId, PersonId> ids = HashMap.newHashMap(working.size());
            working.forEach((distinctId, person) -> ids.put(distinctId, person.id()));
            return ids;
        }

        PersonChanges changes() {
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
}
