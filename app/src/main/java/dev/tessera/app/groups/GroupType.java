package dev.tessera.app.groups;

import dev.tessera.kernel.id.ProjectId;

/**
 * A kind of group that a project has, such as {@code company}.
 *
 * @param index with which events name groups of this type: {@code $group_0} to {@code $group_4}
 */
public record GroupType(ProjectId project, int index, String name) {
    /** So many types a project can have. */
    public static final int MAX = 5;

    public GroupType {
        if (index < 0 || index >= MAX) {
            throw new IllegalArgumentException("A group type has an index from 0 to " + (MAX - 1) + ", not " + index);
        }
    }
}
