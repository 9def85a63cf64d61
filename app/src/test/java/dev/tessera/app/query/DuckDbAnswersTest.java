package dev.tessera.app.query;

import static dev.tessera.app.query.Samples.json;
import static dev.tessera.app.query.Samples.project;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.events.EventStore;
import dev.tessera.events.SampleEvents;
import dev.tessera.events.duckdb.DuckDbConfig;
import dev.tessera.events.duckdb.DuckDbEventStore;
import dev.tessera.kernel.time.SettableClock;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole way of a question, with the default store: sample events are a minute apart from March 1 on. */
class DuckDbAnswersTest {
    @Test
    void answersFromTheStoredEvents(@TempDir Path directory) throws Exception {
        try (EventStore store = DuckDbEventStore.open(DuckDbConfig.in(directory))) {
            store.append(SampleEvents.events(1, 2_000), 1);
            SettableClock clock = new SettableClock("2026-03-02T12:00:00Z");
            Answers answers = new Answers(store, _ -> true, clock, QueryLimits.defaults());
            JsonNode query = json("""
                    {'kind': 'TrendsQuery', 'dateRange': {'date_from': 'all'}, 'series': [
                     {'kind': 'EventsNode'},
                     {'kind': 'EventsNode', 'event': 'event 1'},
                     {'kind': 'EventsNode', 'math': 'dau'}]}""");
            Answer answer = answers.answer(project(), query, Refresh.FORCE_BLOCKING);
            assertThat(answer).isInstanceOfSatisfying(Answer.Result.class, it -> {
                assertThat(data(it, 0)).isEqualTo(json("[1439, 560]"));
                assertThat(data(it, 1)).isEqualTo(json("[480, 187]"));
                assertThat(data(it, 2)).isEqualTo(json("[10, 10]"));
                assertThat(it.response().at("/resolved_date_range/date_from").stringValue())
                        .isEqualTo("2026-03-01T00:01:00Z");
            });
            Answer elsewhere = answers.answer(
                    Samples.project(2, "UTC", OptionalInt.empty(), "[]"),
                    json("{'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode'}]}"),
                    Refresh.BLOCKING);
            assertThat(elsewhere)
                    .isInstanceOfSatisfying(
                            Answer.Result.class,
                            it -> assertThat(
                                            it.response().at("/results/0/count").intValue())
                                    .isZero());
        }
    }

    private static JsonNode data(Answer.Result result, int series) {
        // Through text: what is compared is what a client sees.
        return json(result.response().at("/results/" + series + "/data").toString());
    }
}
