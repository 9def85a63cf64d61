package dev.tessera.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.bench.EventWriter.UuidKind;
import dev.tessera.kernel.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class LoadTest {
    private static final Instant LAST = Instant.parse("2026-01-31T00:00:00Z");

    @TempDir
    private Path dir;

    @Test
    void holdsTheRequestsThatWereAskedFor() throws IOException {
        try (Load load = load("a", 1, UuidKind.TIME_ORDERED)) {
            assertThat(load.requests()).isEqualTo(20);
            assertThat(load.events()).isEqualTo(1_000);
            assertThat(events(load)).hasSize(1_000);
            assertThat(events(load))
                    .extracting(event -> event.path("uuid").asString())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void anEventHasAbout700Bytes() throws IOException {
        try (Load load = load("a", 1, UuidKind.RANDOM)) {
            assertThat(load.bytesPerEvent()).isBetween(680.0, 750.0);
        }
    }

    @Test
    void eventsAreSpreadOverTheSpanInOrder() throws IOException {
        try (Load load = load("a", 1, UuidKind.RANDOM)) {
            List<Instant> times = events(load).stream()
                    .map(event -> Instant.parse(event.path("timestamp").asString()))
                    .toList();
            assertThat(times).isSorted();
            assertThat(times.getFirst()).isBetween(LAST.minus(Duration.ofDays(10)), LAST.minus(Duration.ofDays(9)));
            assertThat(times.getLast()).isEqualTo(LAST);
        }
    }

    @Test
    void theSameSeedMakesTheSameEvents() throws IOException {
        try (Load one = load("one", 7, UuidKind.RANDOM);
                Load same = load("same", 7, UuidKind.RANDOM);
                Load other = load("other", 8, UuidKind.RANDOM)) {
            assertThat(events(one)).isEqualTo(events(same)).isNotEqualTo(events(other));
        }
    }

    @Test
    void uuidsAreOfTheKindAskedFor() throws IOException {
        try (Load random = load("random", 1, UuidKind.RANDOM);
                Load ordered = load("ordered", 1, UuidKind.TIME_ORDERED)) {
            assertThat(events(random))
                    .allMatch(event -> uuid(event).version() == 4 && uuid(event).variant() == 2);
            assertThat(events(ordered))
                    .allMatch(event -> uuid(event).version() == 7 && uuid(event).variant() == 2);
        }
    }

    private Load load(String name, long seed, UuidKind uuids) throws IOException {
        return Load.make(dir.resolve(name), 20, 50, new EventWriter(seed, uuids, 100), LAST, Duration.ofDays(10));
    }

    private static UUID uuid(JsonNode event) {
        return UUID.fromString(event.path("uuid").asString());
    }

    private static List<JsonNode> events(Load load) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (int i = 0; i < load.requests(); i++) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(load.body(i)))) {
                JsonNode envelope = Json.parse(in.readAllBytes());
                assertThat(envelope.path("api_key").asString()).isEqualTo(Server.TOKEN);
                events.addAll(envelope.path("batch").values());
            }
        }
        return events;
    }
}
