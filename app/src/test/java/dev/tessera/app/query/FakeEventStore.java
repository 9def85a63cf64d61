package dev.tessera.app.query;

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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** An event store without events, whose answers a test decides about. */
public final class FakeEventStore implements EventStore {
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Function<SeriesPlan, List<SeriesRow>> answer = _ -> List.of();
    private volatile Optional<Instant> earliest = Optional.empty();

    /** From now on {@code answer} says what the answer to a plan is. */
    public void answerWith(Function<SeriesPlan, List<SeriesRow>> answer) {
        this.answer = answer;
    }

    /** From now on there are {@code count} events, all in the first bucket of any series. */
    void answerWith(double count) {
        answerWith(_ -> List.of(new SeriesRow(0, List.of(), count)));
    }

    void earliest(String instant) {
        earliest = Optional.of(Instant.parse(instant));
    }

    /** How many series were asked for. */
    public int asked() {
        return asked.get();
    }

    @Override
    public List<SeriesRow> series(SeriesPlan plan, Duration timeout) {
        asked.incrementAndGet();
        return answer.apply(plan);
    }

    @Override
    public Optional<Instant> earliest(EarliestPlan plan, Duration timeout) {
        return earliest;
    }

    @Override
    public List<String> values(ValuesPlan plan, Duration timeout) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long appliedPosition() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void append(List<StoredEvent> events, long position) {
        throw new UnsupportedOperationException();
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
    public void maintain() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
