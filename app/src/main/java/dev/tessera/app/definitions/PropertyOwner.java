package dev.tessera.app.definitions;

/** What has a property; the same name is another property elsewhere. */
public sealed interface PropertyOwner {
    /** Events of any name. */
    record Events() implements PropertyOwner {}

    /** Persons. */
    record Persons() implements PropertyOwner {}

    /** Groups of one type. */
    record Groups(int typeIndex) implements PropertyOwner {
        private static final int TYPES = 5;

        public Groups {
            if (typeIndex < 0 || typeIndex >= TYPES) {
                throw new IllegalArgumentException("A project has group types 0 to 4, not " + typeIndex);
            }
        }
    }

    /** Sessions. */
    record Sessions() implements PropertyOwner {}

    /** The name in the API and in the store. */
    default String wireName() {
        return switch (this) {
            case Events _ -> "event";
            case Persons _ -> "person";
            case Groups _ -> "group";
            case Sessions _ -> "session";
        };
    }
}
