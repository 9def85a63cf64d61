package dev.tessera.events;

import dev.tessera.kernel.id.ProjectId;
import java.util.Comparator;
import java.util.UUID;

/**
 * What makes an event one event: sent twice under the same key, it is stored once (the first wins).
 *
 * <p>Keys have an order because strangers choose UUIDs: a hash table needs it to stay fast when all of them have the same
 * hash.
 */
public record EventKey(ProjectId project, UUID uuid) implements Comparable<EventKey> {
    private static final Comparator<EventKey> ORDER =
            Comparator.<EventKey>comparingLong(it -> it.project.value()).thenComparing(EventKey::uuid);

    @Override
    public int compareTo(EventKey other) {
        return ORDER.compare(this, other);
    }
}
