package dev.tessera.app.demo.world;

import java.time.Instant;

/**
 * A company of the demo.
 *
 * @param properties the text of a JSON object
 */
public record Account(String key, String properties, Instant createdAt) {}
