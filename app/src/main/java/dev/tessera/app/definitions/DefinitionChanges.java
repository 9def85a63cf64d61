package dev.tessera.app.definitions;

import dev.tessera.kernel.id.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What events tell of definitions. Applying it twice is the same as once. */
public record DefinitionChanges(List<SeenEvent> events, List<SeenProperty> properties, List<SeenTogether> together) {
    public DefinitionChanges {
        events = List.copyOf(events);
        properties = List.copyOf(properties);
        together = List.copyOf(together);
    }

    /** An event of this name was seen {@code at} this time. */
    public record SeenEvent(ProjectId project, String name, Instant at) {}

    /** A property was seen, with a value of {@code type} if it had one. */
    public record SeenProperty(ProjectId project, PropertyOwner owner, String name, Optional<PropertyType> type) {}

    /** A property was seen on an event. */
    public record SeenTogether(ProjectId project, String event, String property) {}

    public boolean isEmpty() {
        return events.isEmpty() && properties.isEmpty() && together.isEmpty();
    }
}
