package dev.tessera.app.definitions;

import java.util.Arrays;
import java.util.Optional;

/** As what queries take the values of a property. */
public enum PropertyType {
    DATE_TIME("DateTime"),
    STRING("String"),
    NUMERIC("Numeric"),
    BOOLEAN("Boolean"),
    /** A number of seconds. Never detected: people say so. */
    DURATION("Duration");

    private final String wireName;

    PropertyType(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the API and in the store. */
    public String wireName() {
        return wireName;
    }

    /** The type with this name in the API. */
    public static Optional<PropertyType> named(String wireName) {
        return Arrays.stream(values())
                .filter(it -> it.wireName.equals(wireName))
                .findFirst();
    }
}
