package dev.tessera.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.persons.DistinctId;
import dev.tessera.events.duckdb.DuckDbConfig;
import dev.tessera.events.duckdb.DuckDbEventStore;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.time.Clock;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.access.SqlProjectStore;
import dev.tessera.metadata.persons.SqlPersonStore;
import dev.tessera.server.RunningServer;
import dev.tessera.server.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ImportThroughKillsTest {
    private static final int KILLS = 20;
    private static final int LINES_EACH = 8_000;
    private static final int LINES = (KILLS + 1) * LINES_EACH;
    private static final int PERSONS = 500;
    private static final List<String> NAMES = List.of("opened", "read", "bought");
    private static final String COUNTS = """
            {"refresh": "force_blocking", "query": {"kind": "TrendsQuery", "interval": "month",
              "dateRange": {"date_from": "2025-12-01", "date_to": "2026-04-30"},
              "series": [{"kind": "EventsNode", "event": "opened"}, {"kind": "EventsNode", "event": "read"},
                         {"kind": "EventsNode", "event": "bought"}, {"kind": "EventsNode", "event": null},
                         {"kind": "EventsNode", "event": null, "math": "dau"}],
              "trendsFilter": {"display": "BoldNumber"}}}
            """;

    @TempDir
    private Path folder;

    private final AtomicInteger waits = new AtomicInteger();

    @Test
    void anImportDuringWhichTheServerIsKilledTwentyTimesStoresEveryLineOnce() throws Exception {
        Path data = folder.resolve("data");
        byte[] log = log();
        GatedStream gate = new GatedStream(log);
        Random random = new Random(7);
        try (ServerProcess server = new ServerProcess(data)) {
            server.start();
            CompletableFuture<Void> importing = CompletableFuture.runAsync(() -> runImport(server, gate));
            for (int kill = 0; kill < KILLS; kill++) {
                gate.let(log.length / (KILLS + 1));
                awaitBatch(server);
                Thread.sleep(random.nextInt(400));
                server.kill();
                server.start();
            }
            gate.let(log.length);
            importing.get();
            assertThat(waits).as("times that a request found no server").hasPositiveValue();
            assertThat(counts(server))
                    .containsExactly(LINES / 3L, LINES / 3L, LINES / 3L, (long) LINES, (long) PERSONS);

            runImport(server, opened(log));
            assertThat(counts(server))
                    .containsExactly(LINES / 3L, LINES / 3L, LINES / 3L, (long) LINES, (long) PERSONS);
            server.stop();
        }
        assertThatEveryLineIsStoredOnce(data);
        assertThatEveryPersonHasWhatItsLastLineSaid(data);
    }

    /** Waits until this process has taken a batch: a server that is always killed before that is of no use to anyone. */
    private static void awaitBatch(ServerProcess server) throws Exception {
        while (!server.get("/metrics").contains("route=\"/batch/\",status=\"200\"")) {
            Thread.sleep(10);
        }
    }

    private void runImport(ServerProcess server, GatedStream in) {
        ImportOptions options = new ImportOptions(Path.of("log"), RunningServer.TOKEN, server.url());
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Progress progress = new Progress(Clock.system(), out, false, LINES);
        try (EventLog log = new EventLog(in, Importer.LANES);
                RejectedFile rejected = new RejectedFile(folder.resolve("log"));
                CaptureClient client = new CaptureClient(options)) {
            new Importer(new Delivery(client, this::pause, progress), rejected, progress).run(log);
            assertThat(rejected.count()).isZero();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void pause(Duration wait) throws InterruptedException {
        waits.incrementAndGet();
        Thread.sleep(Math.min(wait.toMillis(), 500));
    }

    private static GatedStream opened(byte[] log) {
        GatedStream stream = new GatedStream(log);
        stream.let(log.length);
        return stream;
    }

    private static byte[] log() {
        StringBuilder log = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            log.append("{\"event\":\"").append(NAMES.get(line % NAMES.size()));
            log.append("\",\"distinct_id\":\"visitor-").append(line % PERSONS);
            log.append("\",\"timestamp\":\"2026-01-").append(10 + line % 20);
            log.append("T12:00:00Z\",\"uuid\":\"").append(uuid(line));
            log.append("\",\"properties\":{\"line\":")
                    .append(line)
                    .append(",\"$set\":{\"last\":")
                    .append(line);
            log.append("}}}\n");
        }
        return log.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static UUID uuid(int line) {
        return new UUID(line * 0x9E37_79B9_7F4A_7C15L, ~line * 0x94D0_49BB_1331_11EBL);
    }

    private static List<Long> counts(ServerProcess server) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(URI.create(server.url() + "/api/projects/@current/query/"))
                            .header("Authorization", "Bearer " + RunningServer.KEY)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(COUNTS))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return Json.parse(response.body()).path("results").values().stream()
                    .map(ImportThroughKillsTest::total)
                    .toList();
        }
    }

    private static long total(JsonNode result) {
        return result.path("aggregated_value").asLong();
    }

    private static void assertThatEveryLineIsStoredOnce(Path data) {
        Set<UUID> stored = new HashSet<>();
        try (DuckDbEventStore store = DuckDbEventStore.open(DuckDbConfig.in(data.resolve("events")))) {
            store.forEachKey((_, high, low) -> assertThat(stored.add(new UUID(high, low)))
                    .as("stored only once: %s", new UUID(high, low))
                    .isTrue());
        }
        Set<UUID> sent =
                IntStream.range(0, LINES).mapToObj(ImportThroughKillsTest::uuid).collect(Collectors.toSet());
        assertThat(stored.equals(sent)).as("what is stored is what was sent").isTrue();
    }

    /** Lines of one person are sent in order, so the last one wins. */
    private static void assertThatEveryPersonHasWhatItsLastLineSaid(Path data) {
        try (Database database = Database.sqlite(data.resolve("metadata.sqlite"))) {
            ProjectId project = new SqlProjectStore(database)
                    .findByToken(RunningServer.TOKEN)
                    .orElseThrow()
                    .id();
            Map<String, Integer> last = new TreeMap<>();
            new SqlPersonStore(database)
                    .find(
                            IntStream.range(0, PERSONS)
                                    .mapToObj(person -> new DistinctId(project, "visitor-" + person))
                                    .toList(),
                            Long.MAX_VALUE)
                    .persons()
                    .forEach((id, person) -> last.put(
                            id.value(),
                            Json.parse(person.properties()).path("last").asInt()));
            Map<String, Integer> said = new TreeMap<>();
            for (int line = 0; line < LINES; line++) {
                said.put("visitor-" + line % PERSONS, line);
            }
            assertThat(last).isEqualTo(said);
        }
    }
}
