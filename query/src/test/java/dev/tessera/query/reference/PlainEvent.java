package dev.tessera.query.reference;

import dev.tessera.kernel.id.PersonId;
import dev.tessera.kernel.id.ProjectId;
import java.time.Instant;

/**
 * An event as far as queries look at it.
 *
 * @param properties the text of a JSON object
 */
public record PlainEvent(ProjectId project, String event, PersonId person, Instant timestamp, String properties) {}
