package dev.tessera.app.demo;

import dev.tessera.events.EventKey;
import dev.tessera.events.EventStore;
import dev.tessera.events.StoredEvent;
import dev.tessera.kernel.id.EventSequence;
import dev.tessera.query.plan.EarliestPlan;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.plan.SeriesRow;
import dev.tessera.query.plan.ValuesPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An event store that keeps what is appended to it and answers nothing. */
final class RecordedEvents implements EventStore {
    private final List<StoredEvent> events = new ArrayList<>();
    private long position;

    synchronized List<StoredEvent> all() {
        return List.copyOf(events);
    }

    @Override
    public synchronized long appliedPosition() {
        return position;
    }

    @Override
    public synchronized void append(List<StoredEvent> added, long newPosition) {
        if (newPosition < position) {
            throw new IllegalArgumentException(newPosition + " is before " + position);
        }
        events.addAll(added);
        position = newPosition;
    }

    @Override
    public Map<EventKey, EventSequence> find(Collection<EventKey> keys) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forEachKey(KeyVisitor visitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SeriesRow> series(SeriesPlan plan, Duration timeout) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> earliest(EarliestPlan plan, Duration timeout) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> values(ValuesPlan plan, Duration timeout) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void maintain() {}

    @Override
    public void close() {}
}
