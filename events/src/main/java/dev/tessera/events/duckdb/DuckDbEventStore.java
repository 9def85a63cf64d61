package dev.tessera.events.duckdb;

import dev.tessera.events.EventKey;
import dev.tessera.events.EventStore;
import dev.tessera.events.EventStoreException;
import dev.tessera.events.QueryMemoryException;
import dev.tessera.events.StoredEvent;
import dev.tessera.kernel.id.EventSequence;
import dev.tessera.query.plan.EarliestPlan;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.plan.SeriesRow;
import dev.tessera.query.plan.ValuesPlan;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps events in one DuckDB file: a connection that writes and checks for duplicates, and a few that answer queries. */
public final class DuckDbEventStore implements EventStore {
    private final DuckDbDatabase database;
    private final DuckDbWriter writer;
    private final DuckDbReaders readers;
    private final LargeValueProjects large;

    private DuckDbEventStore(
            DuckDbDatabase database, DuckDbWriter writer, DuckDbReaders readers, LargeValueProjects large) {
        this.database = database;
        this.writer = writer;
        this.readers = readers;
        this.large = large;
    }

    /**
     * Opens the store, making it when it is missing.
     *
     * @throws EventStoreException when the file cannot be opened, is in use, or was written by a newer release
     */
    public static DuckDbEventStore open(DuckDbConfig config) {
        return open(config, WriteFaults.none());
    }

    /** Opens the store with a place for tests to make writes fail. */
    public static DuckDbEventStore open(DuckDbConfig config, WriteFaults faults) {
        DuckDbDatabase database = new DuckDbDatabase(config);
        LargeValueProjects large = new LargeValueProjects();
        DuckDbWriter writer = new DuckDbWriter(database, config, faults, large);
        try {
            writer.run(_ -> true);
            return new DuckDbEventStore(database, writer, new DuckDbReaders(database, config.readers()), large);
        } catch (SQLException | RuntimeException e) {
            writer.disconnect();
            database.close();
            throw failed("cannot open " + config.file(), e);
        }
    }

    @Override
    public long appliedPosition() {
        try {
            return writer.applied();
        } catch (SQLException e) {
            throw writeFailed("cannot look up how far it is", e);
        }
    }

    @Override
    public void append(List<StoredEvent> events, long position) {
        try {
            writer.append(events, position);
        } catch (SQLException e) {
            throw writeFailed("cannot store " + events.size() + " events", e);
        }
    }

    @Override
    public Map<EventKey, EventSequence> find(Collection<EventKey> keys) {
        try {
            return writer.run(connection -> DuckDbKeys.find(connection, Set.copyOf(keys)));
        } catch (SQLException e) {
            throw writeFailed("cannot look up " + keys.size() + " events", e);
        }
    }

    @Override
    public void forEachKey(KeyVisitor visitor) {
        try {
            writer.run(connection -> {
                DuckDbKeys.forEach(connection, visitor);
                return true;
            });
        } catch (SQLException e) {
            throw writeFailed("cannot list its events", e);
        }
    }

    @Override
    public void maintain() {
        try {
            writer.maintain();
        } catch (SQLException e) {
            throw writeFailed("cannot merge its log into its file", e);
        }
    }

    @Override
    public List<SeriesRow> series(SeriesPlan plan, Duration timeout) {
        return large.answer(plan.project(), it -> ask(new SeriesQuestion(plan, it), timeout));
    }

    @Override
    public Optional<Instant> earliest(EarliestPlan plan, Duration timeout) {
        return large.answer(plan.project(), it -> ask(new EarliestQuestion(plan, it), timeout));
    }

    @Override
    public List<String> values(ValuesPlan plan, Duration timeout) {
        return large.answer(plan.project(), it -> ask(new ValuesQuestion(plan, it), timeout));
    }

    private <T> T ask(Inquiry.Question<T> question, Duration timeout) {
        try {
            return readers.ask(question, timeout);
        } catch (SQLException e) {
            if (EngineErrors.isOutOfMemory(e)) {
                throw new QueryMemoryException(e);
            }
            throw failed("cannot answer a query", e);
        }
    }

    @Override
    public void close() {
        readers.close();
        writer.disconnect();
        database.close();
    }

    private EventStoreException writeFailed(String what, Exception cause) {
        readers.closeIdle();
        return failed(what, cause);
    }

    private static EventStoreException failed(String what, Exception cause) {
        if (cause instanceof EventStoreException already) {
            return already;
        }
        return new EventStoreException("The event store " + what + ": " + cause.getMessage(), cause);
    }
}
