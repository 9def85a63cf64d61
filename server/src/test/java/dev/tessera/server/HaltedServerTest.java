package dev.tessera.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.persons.DistinctId;
import dev.tessera.app.persons.Person;
import dev.tessera.events.duckdb.DuckDbConfig;
import dev.tessera.events.duckdb.DuckDbEventStore;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.Postgres;
import dev.tessera.metadata.access.SqlProjectStore;
import dev.tessera.metadata.persons.SqlPersonStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stores of which one has a commit that the other lacks are made equal at the next start, from the journal. */
class HaltedServerTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void sqliteAndTheEventsAreExactAfterwards(HaltingServer.Point point) throws Exception {
        Path data = folder.resolve("data");
        haltAndHeal(data, Map.of(), point);
        assertThatEverythingIsThereOnce(data, Database.sqlite(data.resolve("metadata.sqlite")));
    }

    @ParameterizedTest
    @EnumSource
    void postgresAndTheEventsAreExactAfterwards(HaltingServer.Point point) throws Exception {
        Path data = folder.resolve("data");
        String url = Postgres.newDatabase();
        haltAndHeal(data, Map.of("TESSERA_DATABASE_URL", url), point);
        assertThatEverythingIsThereOnce(data, Database.postgresql(url));
    }

    private static void haltAndHeal(Path data, Map<String, String> settings, HaltingServer.Point point)
            throws Exception {
        try (ServerProcess server = new ServerProcess(data, settings)) {
            server.start();
            assertThat(capture(server, event("ada", 1), event("bob", 2))).isEqualTo(200);
            server.stop();
            server.start(HaltingServer.class, point.name());
            boolean acknowledged = false;
            try {
                acknowledged = capture(server, event("ada", 3), event("eve", 4)) == 200;
            } catch (IOException e) {
                // It halted before it could answer, as it may: the events are sent again.
            }
            server.awaitEnd();
            server.start();
            if (!acknowledged) {
                assertThat(capture(server, event("ada", 3), event("eve", 4))).isEqualTo(200);
            }
            assertThat(capture(server, event("bob", 5))).isEqualTo(200);
            server.stop();
            server.start(); // Ready once everything is applied.
            server.stop();
        }
    }

    private static void assertThatEverythingIsThereOnce(Path data, Database database) {
        try (database) {
            ProjectId project = new SqlProjectStore(database)
                    .findByToken(RunningServer.TOKEN)
                    .orElseThrow()
                    .id();
            List<DistinctId> people = List.of("ada", "bob", "eve").stream()
                    .map(name -> new DistinctId(project, name))
                    .toList();
            Map<DistinctId, Person> found =
                    new SqlPersonStore(database).find(people, Long.MAX_VALUE).persons();
            assertThat(people.stream()
                            .map(found::get)
                            .map(it -> Json.parse(it.properties()).path("last").asInt()))
                    .containsExactly(3, 5, 4);
        }
        Set<UUID> stored = new HashSet<>();
        try (DuckDbEventStore events = DuckDbEventStore.open(DuckDbConfig.in(data.resolve("events")))) {
            events.forEachKey((_, high, low) ->
                    assertThat(stored.add(new UUID(high, low))).as("once").isTrue());
        }
        assertThat(stored).containsExactlyInAnyOrder(uuid(1), uuid(2), uuid(3), uuid(4), uuid(5));
    }

    private static String event(String person, int number) {
        return """
                {"event": "read", "distinct_id": "%s", "uuid": "%s", "properties": {"$set": {"last": %d}}}""".formatted(person, uuid(number), number);
    }

    private static UUID uuid(int number) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    private static int capture(ServerProcess server, String... events) throws IOException, InterruptedException {
        String body = "{\"api_key\": \"" + RunningServer.TOKEN + "\", \"batch\": [" + String.join(", ", events) + "]}";
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(server.url() + "/batch/"))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
