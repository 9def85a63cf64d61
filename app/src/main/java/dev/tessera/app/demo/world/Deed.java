package dev.tessera.app.demo.world;

import java.time.Instant;
import java.util.UUID;

/**
 * An event of the demo.
 *
 * @param person who did it, as the place in {@link Episode#people}
 * @param properties the text of a JSON object, in which {@code set} and {@code setOnce} are too
 * @param set the text of a JSON object of person properties, or empty
 * @param setOnce the text of a JSON object of person properties, or empty
 */
public record Deed(
        UUID uuid,
        String event,
        String distinctId,
        int person,
        Instant timestamp,
        String properties,
        String set,
        String setOnce) {}
