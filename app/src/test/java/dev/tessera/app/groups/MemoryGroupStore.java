package dev.tessera.app.groups;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.tx.DuplicateException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups in memory. */
public final class MemoryGroupStore implements GroupStore {
    private final List<GroupType> types = new ArrayList<>();
    private final Map<Key, Group> groups = new LinkedHashMap<>();

    private record Key(ProjectId project, int typeIndex, String key) {}

    @Override
    public synchronized List<GroupType> types(ProjectId project) {
        return types.stream()
                .filter(it -> it.project().equals(project))
                .sorted(Comparator.comparingInt(GroupType::index))
                .toList();
    }

    @Override
    public synchronized void createType(GroupType type) {
        for (GroupType other : types(type.project())) {
            if (other.index() == type.index() || other.name().equals(type.name())) {
                throw new DuplicateException(new IllegalArgumentException(type + " beside " + other));
            }
        }
        types.add(type);
    }

    @Override
    public synchronized Optional<Group> find(ProjectId project, int typeIndex, String key) {
        return Optional.ofNullable(groups.get(new Key(project, typeIndex, key)));
    }

    @Override
    public synchronized void save(Collection<Group> changed) {
        for (Group group : changed) {
            groups.merge(
                    new Key(group.project(), group.typeIndex(), group.key()),
                    group,
                    (before, now) -> new Group(
                            now.project(),
                            now.typeIndex(),
                            now.key(),
                            now.properties(),
                            before.createdAt(),
                            now.version()));
        }
    }

    /** All groups, in the order in which they came. */
    public synchronized List<Group> all() {
        return List.copyOf(groups.values());
    }
}
