package dev.tessera.app.definitions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event that a project has, or expects.
 *
 * @param createdAt when the first such event was received; empty before it was
 * @param lastSeenAt when one was received, an hour before the last one or later
 * @param primaryProperty the property that tells such events apart best
 */
public record EventDefinition(
        UUID id,
        String name,
        Optional<Instant> createdAt,
        Optional<Instant> lastSeenAt,
        Optional<String> primaryProperty,
        Notes notes) {}
