package dev.tessera.app.definitions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The definitions of a project, as far as one has to know them to tell what is new. */
public record KnownDefinitions(List<KnownEvent> events, List<KnownProperty> properties, List<KnownTogether> together) {
    public KnownDefinitions {
        events = List.copyOf(events);
        properties = List.copyOf(properties);
        together = List.copyOf(together);
    }

    /** An event, and when it was last seen. */
    public record KnownEvent(String name, Optional<Instant> lastSeenAt) {}

    /** A property, and whether its type is known. */
    public record KnownProperty(PropertyOwner owner, String name, boolean typed) {}

    /** A property that was seen on an event. */
    public record KnownTogether(String event, String property) {}
}
