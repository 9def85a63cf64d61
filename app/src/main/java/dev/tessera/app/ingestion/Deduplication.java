package dev.tessera.app.ingestion;

import dev.tessera.events.EventKey;
import dev.tessera.events.EventStore;
import dev.tessera.events.SeenKeys;
import dev.tessera.kernel.id.EventSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Leaves out events that were sent before: the key is project and uuid, and the first wins.
 *
 * <p>A filter in memory knows most new keys to be new; only its positives are looked up. An event that is stored under
 * its own sequence is no duplicate but itself, seen again in a replay.
 */
final class Deduplication {
    private final EventStore store;
    private final SeenKeys seen;

    Deduplication(EventStore store, SeenKeys seen) {
        this.store = store;
        this.seen = seen;
    }

    /** Those of {@code events} that no earlier event equals, in order. */
    List<PendingEvent> firstOnly(List<PendingEvent> events) {
        Map<EventKey, EventSequence> stored = store.find(
                events.stream().map(PendingEvent::key).filter(this::maybeSeen).toList());
        List<PendingEvent> first = new ArrayList<>(events.size());
        Set<EventKey> inGroup = new HashSet<>();
        for (PendingEvent event : events) {
            EventSequence known = stored.getOrDefault(event.key(), event.sequence());
            if (known.equals(event.sequence()) && inGroup.add(event.key())) {
                first.add(event);
            }
        }
        return first;
    }

    /**
     * Remembers keys that are about to be stored. Remembering one that is not stored in the end costs a look-up;
     * forgetting one whose commit was reported as failed would let its repetition in.
     */
    void remember(List<PendingEvent> events) {
        for (PendingEvent event : events) {
            UUID uuid = event.captured().uuid();
            seen.add(event.project().value(), uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
        }
    }

    private boolean maybeSeen(EventKey key) {
        return seen.mightContain(
                key.project().value(),
                key.uuid().getMostSignificantBits(),
                key.uuid().getLeastSignificantBits());
    }
}
