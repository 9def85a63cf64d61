package dev.tessera.metadata.definitions;

import dev.tessera.app.definitions.PropertyOwner;

/** The two columns that say whose a property is. */
final class Owners {
    private static final int NO_GROUP = -1;

    private Owners() {}

    static long groupType(PropertyOwner owner) {
        return owner instanceof PropertyOwner.Groups it ? it.typeIndex() : NO_GROUP;
    }

    static PropertyOwner read(String name, long groupType) {
        return switch (name) {
            case "event" -> new PropertyOwner.Events();
            case "person" -> new PropertyOwner.Persons();
            case "group" -> new PropertyOwner.Groups(Math.toIntExact(groupType));
            case "session" -> new PropertyOwner.Sessions();
            default -> throw new IllegalStateException("A property belongs to nobody known: " + name);
        };
    }
}
