package dev.tessera.app.dashboards;

import java.util.Arrays;
import java.util.Optional;

/** How a dashboard came to be. */
public enum CreationMode {
    DEFAULT("default"),
    TEMPLATE("template"),
    DUPLICATE("duplicate"),
    /** Belongs to a part of the product, and lists leave it out. */
    UNLISTED("unlisted");

    private final String wireName;

    CreationMode(String wireName) {
        this.wireName = wireName;
    }

    /** The mode of this name on the wire and in the store. */
    public static Optional<CreationMode> named(String name) {
        return Arrays.stream(values()).filter(it -> it.wireName.equals(name)).findFirst();
    }

    /** The name on the wire and in the store. */
    public String wireName() {
        return wireName;
    }
}
