package dev.tessera.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.id.EventSequence;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.property.Property;
import dev.tessera.query.plan.EarliestPlan;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.plan.SeriesRow;
import dev.tessera.query.reference.PlainEvent;
import dev.tessera.query.reference.PlanInterpreter;
import dev.tessera.query.reference.TrendsCase;
import dev.tessera.query.reference.TrendsCases;
import dev.tessera.query.resolve.TrendsPlan;
import dev.tessera.query.resolve.TrendsResolver;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares an event store with the plan interpreter over random events and queries. */
public abstract class EventPlansKit {
    private static final int CASES = 600;
    private static final int CROWDED_CASES = 150;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private long sequence;
    private long firstProject = 1;

    /** The store kept in {@code directory}. */
    protected abstract EventStore open(Path directory);

    @Test
    void answersAsTheInterpreterDoes() {
        try (EventStore store = open(directory)) {
            Property.holds(CASES, TrendsCases::any, it -> compare(store, it));
        }
        assertThat(sequence).isGreaterThan(10_000);
    }

    /** What else an event has must not matter, however much it is. */
    @Test
    void answersAsTheInterpreterDoesWhenEventsHaveManyProperties() {
        try (EventStore store = open(directory)) {
            Property.holds(CROWDED_CASES, TrendsCases::any, it -> compare(store, crowded(it)));
        }
        assertThat(sequence).isGreaterThan(2_000);
    }

    /** The same case with every other event among hundreds of small properties. */
    private static TrendsCase crowded(TrendsCase plain) {
        StringBuilder crowd = new StringBuilder();
        for (int i = 0; i < 2_500; i++) {
            crowd.append(",\"").append(i).append("\":1");
        }
        List<PlainEvent> events = new ArrayList<>();
        for (PlainEvent event : plain.events()) {
            boolean alone = events.size() % 2 == 0;
            String properties = event.properties().equals("{}") ? "{\"some\":1}" : event.properties();
            events.add(
                    alone
                            ? event
                            : new PlainEvent(
                                    event.project(),
                                    event.event(),
                                    event.person(),
                                    event.timestamp(),
                                    properties.substring(0, properties.length() - 1) + crowd + "}"));
        }
        return new TrendsCase(plain.json(), plain.scope(), events);
    }

    /** Each case has projects of its own, and what the cases before it have stored is not to be seen. */
    private void compare(EventStore store, TrendsCase random) {
        long shift = firstProject;
        firstProject += 10;
        List<StoredEvent> events = new ArrayList<>();
        for (PlainEvent event : random.events()) {
            events.add(stored(event, shift));
        }
        store.append(events, sequence + 1);
        PlanInterpreter reference = new PlanInterpreter(random.events());
        try {
            TrendsPlan plan = TrendsResolver.resolve(random.query(), random.scope(), earliest -> {
                Optional<Instant> answer = store.earliest(shifted(earliest, shift), PATIENCE);
                assertThat(answer).isEqualTo(reference.earliest(earliest));
                return answer;
            });
            for (SeriesPlan series : plan.series()) {
                List<SeriesRow> rows = store.series(shifted(series, shift), PATIENCE);
                assertThat(PlanInterpreter.sorted(rows)).isEqualTo(reference.series(series));
            }
        } catch (ProblemException e) {
            // A query that is refused asks the store nothing.
        }
    }

    private StoredEvent stored(PlainEvent event, long shift) {
        sequence++;
        return new StoredEvent(
                new ProjectId(event.project().value() + shift),
                SampleEvents.uuid(sequence),
                new EventSequence(sequence),
                event.event(),
                "visitor",
                event.person(),
                event.timestamp(),
                event.timestamp(),
                event.properties());
    }

    private static SeriesPlan shifted(SeriesPlan plan, long shift) {
        return new SeriesPlan(
                new ProjectId(plan.project().value() + shift),
                plan.time(),
                plan.condition(),
                plan.aggregation(),
                plan.grouping(),
                plan.breakdown());
    }

    private static EarliestPlan shifted(EarliestPlan plan, long shift) {
        return new EarliestPlan(new ProjectId(plan.project().value() + shift), plan.notBefore(), plan.condition());
    }
}
