package dev.tessera.app.demo;

import dev.tessera.app.demo.world.Deed;
import dev.tessera.app.ingestion.EventWitness;
import dev.tessera.app.ingestion.ObservedEvent;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.tx.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the events of a history are to a witness: each of them is seen, but of a name only its first and its last time are
 * told. A witness that writes down when it last saw something would otherwise do so for every hour of a year.
 */
final class Sightings {
    private final EventWitness witness;
    private final ProjectId project;
    private final Map<String, Instant> first = new HashMap<>();
    private final Map<String, Deed> last = new LinkedHashMap<>();
    private final List<Runnable> toStore = new ArrayList<>();

    Sightings(EventWitness witness, ProjectId project) {
        this.witness = witness;
        this.project = project;
    }

    /** The next events, in their order. */
    void add(List<Deed> deeds) {
        List<ObservedEvent> seen = new ArrayList<>(deeds.size());
        for (Deed deed : deeds) {
            seen.add(observed(deed, first.computeIfAbsent(deed.event(), _ -> deed.timestamp())));
            last.put(deed.event(), deed);
        }
        witness.see(seen).ifPresent(toStore::add);
    }

    /** Stores what the witness makes of it, when all events have been seen. */
    void store(Transactions transactions) {
        witness.see(last.values().stream()
                        .map(it -> observed(it, it.timestamp()))
                        .toList())
                .ifPresent(toStore::add);
        transactions.write(() -> toStore.forEach(Runnable::run));
    }

    private ObservedEvent observed(Deed deed, Instant at) {
        return new ObservedEvent(project, deed.event(), deed.properties(), deed.set(), deed.setOnce(), at);
    }
}
