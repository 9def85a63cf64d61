package dev.tessera.events.duckdb;

import dev.tessera.events.EventPlansKit;
import dev.tessera.events.EventStore;
import java.nio.file.Path;

class DuckDbPlansTest extends EventPlansKit {
    @Override
    protected EventStore open(Path directory) {
        return DuckDbEventStore.open(DuckDbConfig.in(directory));
    }
}
