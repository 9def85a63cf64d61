package dev.tessera.app.ingestion;

import static dev.tessera.app.ingestion.SampleCaptures.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.id.ProjectId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptedEventsTest {
    private static final ProjectId PROJECT = new ProjectId(7);

    private final AcceptedEvents accepted = new AcceptedEvents();

    @Test
    void packsAUsualRequestIntoOneRecord() {
        assertThat(accepted.isEmpty()).isTrue();
        accepted.add(event(1, "u"));
        accepted.add(event(2, "u"));
        assertThat(accepted.isEmpty()).isFalse();
        assertThat(batches()).containsExactly(new CapturedBatch(PROJECT, List.of(event(1, "u"), event(2, "u"))));
    }

    @Test
    void packsManyEventsIntoSeveralRecordsInOrder() {
        List<CapturedEvent> events = new ArrayList<>();
        for (int number = 0; number < 2_500; number++) {
            events.add(event(number, "u"));
        }
        events.forEach(accepted::add);
        assertThat(batches()).extracting(it -> it.events().size()).containsExactly(1_000, 1_000, 500);
        assertThat(batches()).extracting(CapturedBatch::project).containsOnly(PROJECT);
        assertThat(batches().stream().flatMap(it -> it.events().stream())).isEqualTo(events);
    }

    @Test
    void packsLargeEventsIntoRecordsOfTheirOwn() {
        String large = "{\"a\":\"" + "x".repeat(300_000) + "\"}";
        accepted.add(event(1, "u", large, ""));
        assertThat(accepted.isEmpty()).isFalse();
        accepted.add(event(2, "u", "", large));
        accepted.add(event(3, "u"));
        assertThat(batches()).extracting(it -> it.events().size()).containsExactly(1, 1, 1);
    }

    private List<CapturedBatch> batches() {
        return accepted.records(PROJECT).stream().map(BatchCodec::decode).toList();
    }
}
