package dev.tessera.app.ingestion;

import dev.tessera.app.definitions.DefinitionChanges;
import dev.tessera.app.definitions.DefinitionStore;
import dev.tessera.app.definitions.DefinitionTracker;
import dev.tessera.app.definitions.ObservedEvent;
import dev.tessera.app.persons.DistinctId;
import dev.tessera.app.persons.PersonChanges;
import dev.tessera.app.persons.PersonStore;
import dev.tessera.kernel.id.PersonId;
import dev.tessera.kernel.tx.Transactions;
import java.util.List;
import java.util.Map;

/** What events change in the metadata store: persons and definitions, in one transaction with the journal position. */
public final class MetadataStep {
    private final Transactions transactions;
    private final PersonStore persons;
    private final DefinitionStore definitions;
    private final DefinitionTracker tracker;
    private final Identity identity;

    /** The stores take part in {@code transactions}; {@code tracker} sees the events of nobody else. */
    public MetadataStep(
            Transactions transactions, PersonStore persons, DefinitionStore definitions, DefinitionTracker tracker) {
        this.transactions = transactions;
        this.persons = persons;
        this.definitions = definitions;
        this.tracker = tracker;
        this.identity = new Identity(persons);
    }

    /** The end of the last journal record whose effects are stored, 0 when none is. */
    long appliedPosition() {
        return persons.appliedPosition();
    }

    /**
     * The persons of {@code events} by distinct id, stored together with everything else that the events change.
     *
     * @param known the position up to which changes are stored already: events before it only find their person
     * @param position the position up to which changes are stored afterwards
     */
    Map<DistinctId, PersonId> apply(List<PendingEvent> events, long known, long position) {
        Identity.Resolution resolution = identity.resolve(events, known);
        PersonChanges changes = resolution.changes();
        DefinitionChanges seen = tracker.observe(events.stream()
                .filter(it -> it.recordEnd() > known)
                .map(MetadataStep::observed)
                .toList());
        if (position > known || !changes.isEmpty() || !seen.isEmpty()) {
            transactions.write(() -> {
                definitions.apply(seen);
                persons.apply(changes, Math.max(position, known));
            });
        }
        identity.remember(resolution);
        return resolution.people();
    }

    /** Forgets what was in memory; the stores are asked again. */
    void forget() {
        identity.forget();
        tracker.forget();
    }

    private static ObservedEvent observed(PendingEvent event) {
        CapturedEvent captured = event.captured();
        return new ObservedEvent(
                event.project(),
                captured.event(),
                captured.properties(),
                captured.set(),
                captured.setOnce(),
                event.receivedAt());
    }
}
