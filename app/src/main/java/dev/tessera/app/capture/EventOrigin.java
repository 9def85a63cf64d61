package dev.tessera.app.capture;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the events of a request come from, as far as they are to keep it.
 *
 * @param hidden whether they must not have an address, even if the sender gave them one
 * @param address for those that have none
 */
record EventOrigin(boolean hidden, Optional<String> address) {
    private static final String PROPERTY = "$ip";

    /** Events that a program of the sender's own makes come from nowhere in the world. */
    private static final String INTERNAL = "capture_internal";

    private static final String LOOPBACK = "127.0.0.1";

    /** Of events that keep what they have. */
    static EventOrigin asSent() {
        return new EventOrigin(false, Optional.empty());
    }

    /** Leaves it in the properties of an event. */
    void mark(ObjectNode properties) {
        if (hidden) {
            properties.remove(PROPERTY);
        } else if (address.isPresent() && !properties.has(PROPERTY)) {
            properties.put(PROPERTY, properties.has(INTERNAL) ? LOOPBACK : address.get());
        }
    }
}
