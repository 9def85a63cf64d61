package dev.tessera.app.ingestion;

import dev.tessera.app.definitions.DefinitionLimits;
import dev.tessera.app.definitions.DefinitionTracker;
import dev.tessera.app.definitions.MemoryDefinitionStore;
import dev.tessera.app.persons.MemoryPersonStore;
import dev.tessera.kernel.tx.Transactions;
import java.util.function.Supplier;

/** Persons and definitions in memory, and the transactions over both. */
public final class MemoryMetadata implements Transactions {
    private static final long SLICE_BYTES = 50;

    private final MemoryPersonStore persons = new MemoryPersonStore();
    private final MemoryDefinitionStore definitions = new MemoryDefinitionStore();
    private MemoryDefinitionStore.State before = definitions.state();

    /** What the applier does with them, in slices so small that a few persons are several. */
    public MetadataStep step() {
        return new MetadataStep(
                this, persons, new DefinitionTracker(definitions, DefinitionLimits.defaults()), SLICE_BYTES);
    }

    public MemoryPersonStore persons() {
        return persons;
    }

    public MemoryDefinitionStore definitions() {
        return definitions;
    }

    /** Undoes the last commit, as when the machine lost it. */
    public void loseLastCommit() {
        persons.loseLastCommit();
        definitions.restore(before);
    }

    /** Persons come last and decide: what they have kept, even when they say that they failed, is kept of both. */
    @Override
    public <T> T write(Supplier<T> work) {
        MemoryDefinitionStore.State present = definitions.state();
        long commits = persons.commits();
        try {
            return work.get();
        } finally {
            if (persons.commits() == commits) {
                persons.rollBack();
                definitions.restore(present);
            } else {
                before = present;
            }
        }
    }

    @Override
    public <T> T read(Supplier<T> work) {
        return work.get();
    }
}
