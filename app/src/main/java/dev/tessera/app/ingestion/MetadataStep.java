package dev.tessera.app.ingestion;

import dev.tessera.app.persons.DistinctId;
import dev.tessera.app.persons.PersonChanges;
import dev.tessera.app.persons.PersonStore;
import dev.tessera.kernel.id.PersonId;
import dev.tessera.kernel.tx.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What events change in the metadata store: persons, and what a witness keeps, in one transaction with the journal position. */
public final class MetadataStep {
    private final Transactions transactions;
    private final PersonStore persons;
    private final EventWitness witness;
    private final Identity identity;

    /** The stores of persons and of {@code witness} take part in {@code transactions}. */
    public MetadataStep(Transactions transactions, PersonStore persons, EventWitness witness) {
        this(transactions, persons, witness, Identity.SLICE_BYTES);
    }

    /**
     * A step with slices of another size.
     *
     * @param sliceBytes what persons may take that are in memory together
     */
    MetadataStep(Transactions transactions, PersonStore persons, EventWitness witness, long sliceBytes) {
        this.transactions = transactions;
        this.persons = persons;
        this.witness = witness;
        this.identity = new Identity(persons, sliceBytes);
    }

    /** The end of the last journal record whose effects are stored, 0 when none is. */
    long appliedPosition() {
        return persons.appliedPosition();
    }

    /**
     * The persons of {@code events} by distinct id, stored together with everything else that the events change. They
     * are found and stored in slices; the position comes with the last, and all or nothing is kept.
     *
     * @param known the position up to which changes are stored already: events before it only find their person
     * @param position the position up to which changes are stored afterwards
     */
    Map<DistinctId, PersonId> apply(List<PendingEvent> events, long known, long position) {
        Resolution resolution = identity.resolve(events, known);
        Optional<Runnable> seen = witness.see(events.stream()
                .filter(it -> it.recordEnd() > known)
                .map(PendingEvent::observed)
                .toList());
        transactions.write(() -> {
            seen.ifPresent(Runnable::run);
            while (resolution.hasNext()) {
                persons.store(resolution.next());
            }
            persons.apply(PersonChanges.NONE, Math.max(position, known));
        });
        return resolution.people();
    }

    /** Forgets what was in memory; the stores are asked again. */
    void forget() {
        identity.forget();
        witness.forget();
    }
}
