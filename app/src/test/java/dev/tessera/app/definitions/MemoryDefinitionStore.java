package dev.tessera.app.definitions;

import dev.tessera.app.definitions.DefinitionChanges.SeenEvent;
import dev.tessera.app.definitions.DefinitionChanges.SeenProperty;
import dev.tessera.app.definitions.DefinitionChanges.SeenTogether;
import dev.tessera.app.definitions.KnownDefinitions.KnownEvent;
import dev.tessera.app.definitions.KnownDefinitions.KnownProperty;
import dev.tessera.app.definitions.KnownDefinitions.KnownTogether;
import dev.tessera.kernel.id.ProjectId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What events told of definitions, in memory. */
public final class MemoryDefinitionStore implements DefinitionStore {
    private State state = State.empty();
    private int loads;

    /** Everything that is stored, which can be put back. */
    public record State(
            Map<EventKey, SeenEvent> events, Map<PropertyKey, SeenProperty> properties, Set<SeenTogether> together) {
        static State empty() {
            return new State(Map.of(), Map.of(), Set.of());
        }

        State copy() {
            return new State(
                    new LinkedHashMap<>(events), new LinkedHashMap<>(properties), new LinkedHashSet<>(together));
        }
    }

    /** What tells events apart. */
    public record EventKey(ProjectId project, String name) {}

    /** What tells properties apart. */
    public record PropertyKey(ProjectId project, PropertyOwner owner, String name) {}

    public synchronized State state() {
        return state;
    }

    /** Makes everything as it was. */
    public synchronized void restore(State before) {
        state = before;
    }

    /** How often somebody asked what is known. */
    public synchronized int loads() {
        return loads;
    }

    @Override
    public synchronized KnownDefinitions known(ProjectId project) {
        loads++;
        return new KnownDefinitions(
                state.events.values().stream()
                        .filter(it -> it.project().equals(project))
                        .map(it -> new KnownEvent(it.name(), Optional.of(it.at())))
                        .toList(),
                state.properties.values().stream()
                        .filter(it -> it.project().equals(project))
                        .map(it -> new KnownProperty(
                                it.owner(), it.name(), it.type().isPresent()))
                        .toList(),
                state.together.stream()
                        .filter(it -> it.project().equals(project))
                        .map(it -> new KnownTogether(it.event(), it.property()))
                        .toList());
    }

    @Override
    public synchronized void apply(DefinitionChanges changes) {
        State after = state.copy();
        for (SeenEvent event : changes.events()) {
            after.events.merge(
                    new EventKey(event.project(), event.name()), event, (a, b) -> b.at().isAfter(a.at()) ? b : a);
        }
        for (SeenProperty property : changes.properties()) {
            after.properties.merge(
                    new PropertyKey(property.project(), property.owner(), property.name()),
                    property,
                    (a, b) -> a.type().isPresent() ? a : b);
        }
        after.together.addAll(changes.together());
        state = after;
    }
}
