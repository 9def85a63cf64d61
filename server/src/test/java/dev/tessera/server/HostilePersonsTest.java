package dev.tessera.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.persons.DistinctId;
import dev.tessera.app.persons.Person;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.access.SqlProjectStore;
import dev.tessera.metadata.persons.SqlPersonStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What somebody does who has a project's token, which is public, to a server with the memory that it is shipped with. */
class HostilePersonsTest {
    private static final int OVERLOADED = 503;
    private static final int PAUSE_MILLIS = 20;
    private static final int PERSONS = 1_500;
    private static final int AT_ONCE = 20;
    private static final int LIMIT = 65_536;

    @TempDir
    private Path folder;

    @Test
    void survivesPersonsThatGrowWithoutEnd() throws Exception {
        Path data = folder.resolve("data");
        try (ServerProcess server = new ServerProcess(data)) {
            server.start();
            for (int round = 0; round < 30; round++) {
                int first = round * 100_000;
                send(server, 1, _ -> event("ada", properties(first, 75_000)));
            }
            send(server, 1, _ -> event("ada", "\"email\":\"ada@example.com\""));
            settle(server);
        }
        JsonNode ada = Json.parse(properties(data, 0, List.of("ada")).getFirst());
        assertThat(ada.path("email").asString()).isEqualTo("ada@example.com");
        assertThat(ada.path("k7").asInt()).isEqualTo(7);
    }

    @Test
    void survivesManyLargePersonsInOneRequest() throws Exception {
        Path data = folder.resolve("data");
        try (ServerProcess server = new ServerProcess(data)) {
            server.start();
            for (int batch = 0; batch < PERSONS / AT_ONCE; batch++) {
                int first = batch * AT_ONCE;
                send(server, AT_ONCE, i -> event("u" + (first + i), properties(0, 4_300)));
            }
            send(server, PERSONS, i -> event("u" + i, "\"name\":\"" + i + "\""));
            settle(server);
        }
        List<String> names = IntStream.range(0, PERSONS).mapToObj(i -> "u" + i).toList();
        List<String> properties = properties(data, 40_000, names);
        for (int i = 0; i < PERSONS; i++) {
            assertThat(properties.get(i)).endsWith(",\"name\":\"" + i + "\"}");
        }
    }

    /** It is killed and starts again, ready when everything in the journal is applied. */
    private static void settle(ServerProcess server) throws Exception {
        assertThat(server.isAlive()).isTrue();
        server.kill();
        server.start();
        server.stop();
    }

    /** The properties of persons, which have {@code least} characters at least and none more than the limit. */
    private static List<String> properties(Path data, int least, List<String> names) {
        try (Database database = Database.sqlite(data.resolve("metadata.sqlite"))) {
            ProjectId project = new SqlProjectStore(database)
                    .findByToken(RunningServer.TOKEN)
                    .orElseThrow()
                    .id();
            List<DistinctId> ids =
                    names.stream().map(it -> new DistinctId(project, it)).toList();
            Map<DistinctId, Person> found =
                    new SqlPersonStore(database).find(ids, Long.MAX_VALUE).persons();
            List<String> properties = ids.stream()
                    .map(it -> Optional.ofNullable(found.get(it)).orElseThrow().properties())
                    .toList();
            assertThat(properties).allSatisfy(it -> assertThat(it).hasSizeBetween(least, LIMIT));
            return properties;
        }
    }

    /** Sends as an SDK does: again when the server asks for that. */
    private static void send(ServerProcess server, int count, IntFunction<String> event) throws Exception {
        String body = "{\"api_key\":\"" + RunningServer.TOKEN + "\",\"batch\":["
                + IntStream.range(0, count).mapToObj(event).collect(Collectors.joining(",")) + "]}";
        int status = OVERLOADED;
        while (status == OVERLOADED) {
            status = post(server, body);
            if (status == OVERLOADED) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
        assertThat(status).isEqualTo(200);
    }

    private static int post(ServerProcess server, String body) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(server.url() + "/batch/"))
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String event(String person, String set) {
        return "{\"event\":\"read\",\"distinct_id\":\"" + person + "\",\"properties\":{\"$set\":{" + set + "}}}";
    }

    /** As many names as have never been used. */
    private static String properties(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(i -> "\"k" + i + "\":" + i % 10)
                .collect(Collectors.joining(","));
    }
}
