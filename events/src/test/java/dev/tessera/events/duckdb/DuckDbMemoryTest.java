package dev.tessera.events.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.events.QueryMemoryException;
import dev.tessera.events.SampleEvents;
import dev.tessera.events.StoredEvent;
import dev.tessera.query.plan.Aggregation;
import dev.tessera.query.plan.Breakdown;
import dev.tessera.query.plan.Condition;
import dev.tessera.query.plan.Grouping;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.plan.SeriesRow;
import dev.tessera.query.plan.TimeBounds;
import dev.tessera.query.plan.ValueExpression;
import dev.tessera.query.plan.ValuesPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries that need more than {@code memory_limit}. */
class DuckDbMemoryTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int EVENTS = 60;
    private static final TimeBounds A_DAY =
            new TimeBounds(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z"));
    private static final ValueExpression LARGE = new ValueExpression.EventProperty("large");
    private static final String X = "x".repeat(700_000);

    /** What may be far apart is looked for in whole values. */
    private static final Condition SPREAD = new Condition.Contains(LARGE, List.of("1%x"));

    @TempDir
    Path directory;

    private DuckDbEventStore store;

    @BeforeEach
    void storeLargeEvents() {
        store = DuckDbEventStore.open(new DuckDbConfig(directory, 64, 2, 2, 64));
        for (int first = 1; first <= EVENTS; first += 10) {
            List<StoredEvent> events = new ArrayList<>();
            for (int number = first; number < first + 10; number++) {
                events.add(large(SampleEvents.event(number)));
            }
            store.append(events, first);
        }
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void saysThatASeriesNeedsTooMuchMemoryAndWorksOn() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> store.series(where(SPREAD), PATIENCE))
                    .isInstanceOf(QueryMemoryException.class)
                    .hasMessageContaining("Out of Memory Error");
            assertThat(count(where(Condition.always()))).isEqualTo(EVENTS);
        }
        store.append(List.of(SampleEvents.event(EVENTS + 1)), 1_000);
        assertThat(count(where(Condition.always()))).isEqualTo(EVENTS + 1);
    }

    @Test
    void saysThatValuesNeedTooMuchMemory() {
        ValuesPlan plan = new ValuesPlan(SampleEvents.PROJECT, A_DAY, SPREAD, LARGE, 400, 20_000, 50);
        assertThatThrownBy(() -> store.values(plan, PATIENCE)).isInstanceOf(QueryMemoryException.class);
    }

    @Test
    void needsLittleMemoryToCompareLargeValues() {
        String first = "1" + X;
        assertThat(count(where(new Condition.OneOf(LARGE, List.of(first))))).isEqualTo(1);
        assertThat(count(where(new Condition.NoneOf(LARGE, List.of(first))))).isEqualTo(EVENTS - 1);
        assertThat(count(where(new Condition.Contains(LARGE, List.of("9X", "x".repeat(300))))))
                .isEqualTo(EVENTS);
    }

    @Test
    void namesLargeValuesInABreakdownByTheirBeginningAndDigest() {
        List<SeriesRow> rows = store.series(
                new SeriesPlan(
                        SampleEvents.PROJECT,
                        A_DAY,
                        Condition.always(),
                        new Aggregation.CountEvents(),
                        new Grouping.Whole(),
                        new Breakdown(List.of(LARGE), 2)),
                PATIENCE);
        assertThat(rows).extracting(SeriesRow::value).containsExactlyInAnyOrder(1.0, 1.0, EVENTS - 2.0);
        assertThat(rows.stream().map(it -> it.breakdown().getFirst()))
                .contains(Breakdown.OTHER)
                .filteredOn(it -> !it.equals(Breakdown.OTHER))
                .allSatisfy(it -> assertThat(it).matches("\\d+x+… \\(SHA-256 [0-9a-f]{64}\\)"));
    }

    private static StoredEvent large(StoredEvent event) {
        return SampleEvents.with(event, "{\"large\":\"" + event.sequence().value() + X + "\"}");
    }

    private double count(SeriesPlan plan) {
        return store.series(plan, PATIENCE).getFirst().value();
    }

    private static SeriesPlan where(Condition condition) {
        return new SeriesPlan(
                SampleEvents.PROJECT,
                A_DAY,
                condition,
                new Aggregation.CountEvents(),
                new Grouping.Whole(),
                Breakdown.none());
    }
}
