package dev.tessera.app.groups;

import dev.tessera.kernel.id.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps groups and their types. */
public interface GroupStore {
    /** The types of {@code project}, by index. */
    List<GroupType> types(ProjectId project);

    /**
     * Stores a new type.
     *
     * @throws dev.tessera.kernel.tx.DuplicateException when the project has a type of this index or name
     */
    void createType(GroupType type);

    /** The group that {@code key} names. */
    Optional<Group> find(ProjectId project, int typeIndex, String key);

    /** Stores groups, each as it is now, in one transaction: new ones and ones that are there. */
    void save(Collection<Group> groups);
}
