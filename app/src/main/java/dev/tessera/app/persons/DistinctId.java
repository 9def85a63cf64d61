package dev.tessera.app.persons;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.id.Uuids;
import java.util.Comparator;
import java.util.UUID;

/**
 * The name under which an SDK knows someone. It leads to at most one person of its project.
 *
 * <p>Names have an order because strangers choose them: a hash table needs it to stay fast when all of them have the same
 * hash.
 */
public record DistinctId(ProjectId project, String value) implements Comparable<DistinctId> {
    /** Namespace of person UUIDs made from {@code <project>:<distinct id>} (spec/ingestion.md 5.6). */
    private static final UUID NAMESPACE = UUID.fromString("932979b4-65c3-4424-8467-0b66ec27bc22");

    private static final Comparator<DistinctId> ORDER =
            Comparator.<DistinctId>comparingLong(it -> it.project.value()).thenComparing(DistinctId::value);

    /** The UUID of the person whom the first event under this id creates. */
    public UUID personUuid() {
        return Uuids.v5(NAMESPACE, project.value() + ":" + value);
    }

    @Override
    public int compareTo(DistinctId other) {
        return ORDER.compare(this, other);
    }
}
