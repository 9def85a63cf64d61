package dev.tessera.app.persons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.app.persons.MemoryPersonStore.Fault;
import dev.tessera.kernel.tx.DatabaseUnavailableException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryPersonStoreTest extends PersonStoreKit {
    private static final PersonChanges NOTHING = new PersonChanges(List.of(), List.of());

    private final MemoryPersonStore store = new MemoryPersonStore();

    @Override
    protected PersonStore store() {
        return store;
    }

    @Test
    void losesOnlyItsLastCommit() {
        store.apply(NOTHING, 5);
        store.apply(NOTHING, 9);
        store.loseLastCommit();
        assertThat(store.appliedPosition()).isEqualTo(5);
    }

    @Test
    void failsAsItIsToldTo() {
        store.fail(Fault.AWAY);
        assertThatThrownBy(() -> store.apply(NOTHING, 5)).isInstanceOf(DatabaseUnavailableException.class);
        store.fail(Fault.IN_DOUBT);
        assertThatThrownBy(() -> store.apply(NOTHING, 7)).isInstanceOf(DatabaseUnavailableException.class);
        store.fail(Fault.NONE);
        assertThat(store.appliedPosition()).isEqualTo(7);
    }
}
