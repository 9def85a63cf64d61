package dev.tessera.app.ingestion;

import dev.tessera.app.persons.DistinctId;
import dev.tessera.events.EventKey;
import dev.tessera.events.StoredEvent;
import dev.tessera.kernel.id.EventSequence;
import dev.tessera.kernel.id.PersonId;
import dev.tessera.kernel.id.ProjectId;
import java.time.Instant;

/**
 * An event read from the journal and not yet in every store.
 *
 * @param recordEnd the end of its journal record, by which each store tells whether it has it
 */
record PendingEvent(
        ProjectId project, EventSequence sequence, long recordEnd, Instant receivedAt, CapturedEvent captured) {
    EventKey key() {
        return new EventKey(project, captured.uuid());
    }

    DistinctId distinctId() {
        return new DistinctId(project, captured.distinctId());
    }

    ObservedEvent observed() {
        return new ObservedEvent(
                project, captured.event(), captured.properties(), captured.set(), captured.setOnce(), receivedAt);
    }

    StoredEvent of(PersonId person) {
        return new StoredEvent(
                project,
                captured.uuid(),
                sequence,
                captured.event(),
                captured.distinctId(),
                person,
                captured.timestamp(),
                receivedAt,
                captured.properties());
    }
}
