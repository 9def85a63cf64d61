package dev.tessera.app.ingestion;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as capture accepted it: valid, complete, and not yet joined with a person.
 *
 * @param timestamp when it happened, to the microsecond, corrected for the sender's clock
 * @param properties the text of a JSON object
 * @param set the text of a JSON object of person properties to set; empty when there are none
 * @param setOnce the text of a JSON object of person properties to set where absent; empty when there are none
 */
public record CapturedEvent(
        UUID uuid, String event, String distinctId, Instant timestamp, String properties, String set, String setOnce) {
    /** Whether it changes the person beyond creating it. */
    public boolean setsPersonProperties() {
        return !set.isEmpty() || !setOnce.isEmpty();
    }
}
