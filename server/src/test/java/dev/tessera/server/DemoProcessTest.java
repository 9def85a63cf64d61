package dev.tessera.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.demo.world.Story;
import dev.tessera.app.demo.world.World;
import dev.tessera.kernel.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The demo as a process of its own, killed where it hurts. */
class DemoProcessTest {
    private static final long EVENTS = 500_000;
    private static final long SEED = 19;
    private static final long HALF_LOADED_BYTES = 60 << 20;
    private static final long POLL_MILLIS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void beginsAgainAfterAKillInTheMiddleAndEndsUpWithTheWholeHistoryOnce() throws Exception {
        Path data = folder.resolve("data");
        try (ServerProcess server = ServerProcess.demo(data)) {
            server.launch();
            awaitHalfOfTheEvents(data, server);
            server.kill();
            server.start();
            assertThatEveryTileHasAResult(server);
            server.stop();
            assertStored(data.resolve("demo"));

            server.start();
            server.stop();
            assertStored(data.resolve("demo"));
        }
    }

    @Test
    void neitherLosesNorRepeatsWhatHappensWhileItRunsAndIsKilled() throws Exception {
        Path data = folder.resolve("data");
        try (ServerProcess server = ServerProcess.demo(data)) {
            long seen = 0;
            for (int start = 0; start < 4; start++) {
                server.start();
                seen = awaitMoreThan(seen, server);
                server.kill();
            }
            server.start();
            server.stop();
        }
        Path demo = data.resolve("demo");
        Instant end = Instant.parse(Files.readString(demo.resolve("demo.state")).strip());
        List<String> stored = storedAfterTheHistory(demo);
        List<String> all = new World(SEED, Story.endingAt(end))
                .between(end, end.plus(Duration.ofDays(1)))
                .deeds()
                .map(it -> it.uuid().toString())
                .toList();
        assertThat(stored).hasSizeGreaterThan(2).containsExactlyInAnyOrderElementsOf(all.subList(0, stored.size()));
    }

    private static List<String> storedAfterTheHistory(Path demo) throws SQLException {
        List<String> stored = new ArrayList<>();
        try (Connection events = DriverManager.getConnection("jdbc:duckdb:" + demo.resolve("events/events.duckdb"));
                Statement statement = events.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT uuid FROM events WHERE sequence > " + EVENTS + " ORDER BY uuid")) {
            while (rows.next()) {
                stored.add(rows.getString(1));
            }
        }
        return stored;
    }

    /** Counts until there are more than {@code seen}: after a kill the last ones come back first. */
    private static long awaitMoreThan(long seen, ServerProcess server) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long count = countOfTwoDays(server);
        while (count <= seen) {
            assertThat(server.isAlive() && System.nanoTime() < deadline).isTrue();
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            count = countOfTwoDays(server);
        }
        return count;
    }

    private static long countOfTwoDays(ServerProcess server) throws IOException, InterruptedException {
        String query = """
                {"refresh": "force_blocking", "query": {"kind": "TrendsQuery", "dateRange": {"date_from": "-2d"},
                 "series": [{"kind": "EventsNode", "event": null}],
                 "trendsFilter": {"display": "BoldNumber"}}}""";
        return answer(request(server, "query/").POST(HttpRequest.BodyPublishers.ofString(query)))
                .at("/results/0/aggregated_value")
                .asLong();
    }

    private static void awaitHalfOfTheEvents(Path data, ServerProcess server) throws IOException, InterruptedException {
        Path log = data.resolve("demo").resolve("events").resolve("events.duckdb.wal");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(log) || Files.size(log) < HALF_LOADED_BYTES) {
            assertThat(server.isAlive() && System.nanoTime() < deadline).isTrue();
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** The history is in both stores once; what came while the server ran has later sequences. */
    private static void assertStored(Path demo) throws SQLException {
        long persons;
        try (Connection events = DriverManager.getConnection("jdbc:duckdb:" + demo.resolve("events/events.duckdb"))) {
            String history = " FROM events WHERE sequence <= " + EVENTS;
            assertThat(number(events, "SELECT count(*)" + history)).isEqualTo(EVENTS);
            assertThat(number(events, "SELECT count(DISTINCT uuid)" + history)).isEqualTo(EVENTS);
            assertThat(number(events, "SELECT count(DISTINCT sequence)" + history))
                    .isEqualTo(EVENTS);
            assertThat(number(events, "SELECT count(*) - count(DISTINCT uuid) FROM events"))
                    .isZero();
            persons = number(events, "SELECT count(DISTINCT person_id)" + history);
        }
        try (Connection metadata = DriverManager.getConnection("jdbc:sqlite:" + demo.resolve("metadata.sqlite"))) {
            assertThat(number(metadata, "SELECT count(*) FROM persons WHERE id <= " + EVENTS))
                    .isEqualTo(persons)
                    .isGreaterThan(20_000);
            assertThat(number(metadata, "SELECT count(*) FROM groups")).isGreaterThan(3_000);
            assertThat(number(metadata, "SELECT count(*) FROM users")).isEqualTo(1);
        }
    }

    private static void assertThatEveryTileHasAResult(ServerProcess server) throws IOException, InterruptedException {
        List<JsonNode> boards =
                get(server, "").path("results").values().stream().toList();
        assertThat(boards).hasSize(3);
        Set<String> displays = new HashSet<>();
        for (JsonNode board : boards) {
            for (JsonNode tile : get(server, board.path("id").asInt() + "/?refresh=force_blocking")
                    .path("tiles")) {
                if (tile.path("text").isNull()) {
                    JsonNode insight = tile.path("insight");
                    assertThat(insight.path("result"))
                            .as("%s", insight.path("name"))
                            .isNotEmpty();
                    assertThat(Json.write(insight.path("result"))).containsPattern("[1-9]");
                    displays.add(
                            insight.at("/query/source/trendsFilter/display").asString());
                }
            }
        }
        assertThat(displays)
                .contains(
                        "ActionsLineGraph",
                        "ActionsAreaGraph",
                        "ActionsBar",
                        "ActionsStackedBar",
                        "ActionsUnstackedBar",
                        "ActionsBarValue",
                        "ActionsPie",
                        "ActionsTable",
                        "BoldNumber",
                        "WorldMap");
    }

    private static JsonNode get(ServerProcess server, String path) throws IOException, InterruptedException {
        return answer(request(server, "dashboards/" + path));
    }

    private static HttpRequest.Builder request(ServerProcess server, String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/api/projects/@current/" + path))
                .header("Authorization", "Bearer phx_demo");
    }

    private static JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return Json.parse(response.body());
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
