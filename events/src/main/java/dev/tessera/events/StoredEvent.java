package dev.tessera.events;

import dev.tessera.kernel.id.EventSequence;
import dev.tessera.kernel.id.PersonId;
import dev.tessera.kernel.id.ProjectId;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as the event store keeps it.
 *
 * @param sequence its place in the journal, unique and growing
 * @param person the person behind {@code distinctId} when the event was applied
 * @param timestamp when it happened, to the microsecond
 * @param receivedAt when capture took it
 * @param properties the text of a JSON object
 */
public record StoredEvent(
        ProjectId project,
        UUID uuid,
        EventSequence sequence,
        String event,
        String distinctId,
        PersonId person,
        Instant timestamp,
        Instant receivedAt,
        String properties) {
    public EventKey key() {
        return new EventKey(project, uuid);
    }
}
