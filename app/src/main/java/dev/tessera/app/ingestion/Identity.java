package dev.tessera.app.ingestion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tessera.app.persons.DistinctId;
import dev.tessera.app.persons.Person;
import dev.tessera.app.persons.PersonStore;
import java.util.List;

/**
 * Finds or creates the person behind each event and folds the events' person properties into it.
 *
 * <p>Persons in use are kept in memory, within a bound. The memory is right because this is the only writer; what was
 * resolved counts as stored, so that after a failed write it must be {@linkplain #forget forgotten}.
 */
final class Identity {
    private static final long MAX_CACHED_BYTES = 24L << 20;
    private static final int ENTRY_OVERHEAD = 300;

    /** A character takes a byte, or two when its text has any beyond Latin 1. */
    private static final int MAX_CHARACTER_BYTES = 2;

    /** What persons take that are in memory together; of usual persons that is a thousand. */
    static final long SLICE_BYTES = 1L << 20;

    private final PersonStore store;
    private final long sliceBytes;
    private final LeftOutLog leftOut = new LeftOutLog();
    private final Cache<DistinctId, Person> cache = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(MAX_CACHED_BYTES)
            .<DistinctId, Person>weigher((id, person) -> ENTRY_OVERHEAD
                    + MAX_CHARACTER_BYTES
                            * (id.value().length() + person.properties().length()))
            .build();

    Identity(PersonStore store, long sliceBytes) {
        this.store = store;
        this.sliceBytes = sliceBytes;
    }

    /**
     * Who is behind {@code events}, and what these change about them; it is to be stored slice by slice, in one
     * transaction.
     *
     * @param known the position up to which changes are stored already: events before it only find their person
     */
    Resolution resolve(List<PendingEvent> events, long known) {
        return new Resolution(events, known, store, cache, leftOut, sliceBytes);
    }

    /** Forgets what was in memory; the store is asked again. */
    void forget() {
        cache.invalidateAll();
    }
}
