package dev.tessera.app.persons;

import dev.tessera.kernel.id.PersonId;
import dev.tessera.kernel.id.ProjectId;
import java.time.Instant;
import java.util.UUID;

/**
 * Someone who did things.
 *
 * @param uuid the id in the API
 * @param createdAt the time of the event that created the person
 * @param properties the text of a JSON object
 * @param version grows by one with every change
 */
public record Person(
        PersonId id,
        ProjectId project,
        UUID uuid,
        Instant createdAt,
        String properties,
        boolean identified,
        long version) {}
