package dev.tessera.app.persons;

import dev.tessera.kernel.id.ProjectId;
import java.util.Comparator;

/**
 * The name under which an SDK knows someone. It leads to at most one person of its project.
 *
 * <p>Names have an order because strangers choose them: a hash table needs it to stay fast when all of them have the same
 * hash.
 */
public record DistinctId(ProjectId project, String value) implements Comparable<DistinctId> {
    private static final Comparator<DistinctId> ORDER =
            Comparator.<DistinctId>comparingLong(it -> it.project.value()).thenComparing(DistinctId::value);

    @Override
    public int compareTo(DistinctId other) {
        return ORDER.compare(this, other);
    }
}
