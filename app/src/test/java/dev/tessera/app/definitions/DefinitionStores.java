package dev.tessera.app.definitions;

import dev.tessera.app.access.UserId;
import dev.tessera.kernel.id.ProjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Stores of definitions over the same data, empty at first, in which {@link #ANN} is a user. */
public record DefinitionStores(DefinitionStore seen, EventDefinitionStore events, PropertyDefinitionStore properties) {
    public static final ProjectId PROJECT = new ProjectId(1);
    public static final ProjectId OTHER = new ProjectId(2);
    public static final UserId ANN = new UserId(1);
    public static final Instant NOW = Instant.parse("2026-03-10T12:00:00.123456Z");

    static final PropertyOwner EVENTS = new PropertyOwner.Events();
    static final PropertyOwner PERSONS = new PropertyOwner.Persons();

    /** Takes in that an event was seen with properties. */
    void see(String event, Instant at, String... properties) {
        seen.apply(new DefinitionChanges(
                List.of(new DefinitionChanges.SeenEvent(PROJECT, event, at)),
                Arrays.stream(properties)
                        .map(it -> property(EVENTS, it, PropertyType.STRING))
                        .toList(),
                Arrays.stream(properties)
                        .map(it -> new DefinitionChanges.SeenTogether(PROJECT, event, it))
                        .toList()));
    }

    /** Takes in that a property was seen. */
    void see(PropertyOwner owner, String name, PropertyType type) {
        seen.apply(new DefinitionChanges(List.of(), List.of(property(owner, name, type)), List.of()));
    }

    private static DefinitionChanges.SeenProperty property(PropertyOwner owner, String name, PropertyType type) {
        return new DefinitionChanges.SeenProperty(PROJECT, owner, name, Optional.of(type));
    }
}
