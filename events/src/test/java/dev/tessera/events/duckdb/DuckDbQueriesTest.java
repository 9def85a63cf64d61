package dev.tessera.events.duckdb;

import dev.tessera.events.EventQueriesKit;
import dev.tessera.events.EventStore;
import java.nio.file.Path;

class DuckDbQueriesTest extends EventQueriesKit {
    @Override
    protected EventStore open(Path directory) {
        return DuckDbEventStore.open(DuckDbConfig.in(directory));
    }
}
