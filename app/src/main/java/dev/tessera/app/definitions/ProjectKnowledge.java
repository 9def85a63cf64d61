package dev.tessera.app.definitions;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a project's definitions, within limits.
 *
 * <p>Each method takes in what was seen and tells whether that is new. What a limit leaves no place for is not.
 */
final class ProjectKnowledge {
    /** A definition is told at most this often when its event was seen. */
    private static final Duration SEEN_AGAIN = Duration.ofHours(1);

    private static final int ENTRY_BYTES = 110;
    private static final int LINK_BYTES = 48;

    private final DefinitionLimits limits;
    private final Map<String, EventKnowledge> events = new HashMap<>();
    private final Map<PropertyOwner, Map<String, Boolean>> typed = new HashMap<>();
    private int properties;
    private int together;
    private long nameBytes;

    ProjectKnowledge(KnownDefinitions known, DefinitionLimits limits) {
        this.limits = limits;
        for (KnownDefinitions.KnownEvent event : known.events()) {
            add(event.name(), event.lastSeenAt().orElse(Instant.MIN));
        }
        for (KnownDefinitions.KnownProperty property : known.properties()) {
            add(property.owner(), property.name(), property.typed());
        }
        for (KnownDefinitions.KnownTogether pair : known.together()) {
            EventKnowledge event = events.get(pair.event());
            if (event != null && event.properties.add(pair.property())) {
                together++;
            }
        }
    }

    /** When an event was seen, and with which properties. */
    private static final class EventKnowledge {
        private final Set<String> properties = new HashSet<>();
        private Instant lastSeenAt;

        EventKnowledge(Instant lastSeenAt) {
            this.lastSeenAt = lastSeenAt;
        }
    }

    /** An event was seen. */
    boolean see(String event, Instant at) {
        EventKnowledge known = events.get(event);
        if (known == null) {
            if (events.size() >= limits.events()) {
                return false;
            }
            add(event, at);
            return true;
        }
        if (!at.isBefore(known.lastSeenAt.plus(SEEN_AGAIN))) {
            known.lastSeenAt = at;
            return true;
        }
        return false;
    }

    /** Whether a definition of the property would be new, or the first of its types. */
    boolean lacks(PropertyOwner owner, String property) {
        Boolean known = typed.getOrDefault(owner, Map.of()).get(property);
        return known == null ? properties < limits.properties() : !known;
    }

    /** A property was seen, with a type or without. */
    boolean see(PropertyOwner owner, String property, boolean withType) {
        if (!lacks(owner, property)) {
            return false;
        }
        Boolean known = typed.getOrDefault(owner, Map.of()).get(property);
        if (known == null || withType) {
            add(owner, property, withType);
            return true;
        }
        return false;
    }

    /** A property was seen on an event. Only what has definitions counts. */
    boolean seeTogether(String event, String property) {
        EventKnowledge known = events.get(event);
        if (known == null
                || together >= limits.together()
                || !typed.getOrDefault(new PropertyOwner.Events(), Map.of()).containsKey(property)
                || !known.properties.add(property)) {
            return false;
        }
        together++;
        return true;
    }

    /** About how much memory this takes. */
    int bytes() {
        return Math.toIntExact(
                ENTRY_BYTES * (1L + events.size() + properties) + nameBytes + (long) LINK_BYTES * together);
    }

    private void add(String event, Instant at) {
        events.put(event, new EventKnowledge(at));
        nameBytes += event.length();
    }

    private void add(PropertyOwner owner, String property, boolean withType) {
        Map<String, Boolean> names = typed.computeIfAbsent(owner, _ -> new HashMap<>());
        if (names.put(property, withType) == null) {
            properties++;
            nameBytes += property.length();
        }
    }
}
