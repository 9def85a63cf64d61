package dev.tessera.app.capture;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of events beside the payload that they are in.
 *
 * @param now when the request came
 * @param sentAt when it was sent, as its query says; what an envelope says goes first
 * @param origin where it came from
 * @param nameless the name of a payload that is one event without a name; empty when it has to have one
 */
record Reception(Instant now, Optional<Instant> sentAt, EventOrigin origin, Optional<String> nameless) {
    /** With the time that an envelope says, if it does. */
    Reception sentAt(Optional<Instant> ofEnvelope) {
        return new Reception(now, ofEnvelope.or(this::sentAt), origin, nameless);
    }
}
