package dev.tessera.events.duckdb;

import dev.tessera.events.EventStore;
import dev.tessera.events.EventStoreKit;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

class DuckDbEventStoreTest extends EventStoreKit {
    @Override
    protected EventStore open(Path directory, AtomicBoolean failing) {
        return DuckDbEventStore.open(DuckDbConfig.in(directory), () -> {
            if (failing.get()) {
                throw new SQLException("No space left on device");
            }
        });
    }
}
