package dev.tessera.server.imports;

import java.time.Duration;

/** What came of one request. */
sealed interface Answer {
    /** Every event of the request is stored. */
    record Stored() implements Answer {}

    /** Something in the request is not acceptable, and nothing of it is stored. */
    record Refused(String reason) implements Answer {}

    /**
     * The server cannot take it now, or did not answer; what is stored is not known.
     *
     * @param pause how long the server asks to wait, zero when it does not
     */
    record Busy(String reason, Duration pause) implements Answer {}

    /** No request of this import can succeed. */
    record Hopeless(String reason) implements Answer {}
}
