package dev.tessera.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.json.Json;
import dev.tessera.server.PressedServerTest;
import dev.tessera.server.RunningServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What large bodies do to a server that has the heap that it is shipped with: a heap that is full would end it. */
class LargeBodiesTest extends PressedServerTest {
    private static final int MIB = 1 << 20;
    private static final String PROJECT = "/api/projects/@current/";
    private static final String QUERY = PROJECT + "query/";

    @Test
    void refusesALargeBodyOfManySmallValuesAndLivesOn() throws Exception {
        HttpResponse<String> refused =
                server.send(request("PATCH", PROJECT, "[" + "[],".repeat(20 * MIB / 3 - 1) + "0]"));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(Json.parse(refused.body()).path("detail").asString())
                .isEqualTo("The request body holds more values than one request can. Send less in one request.");
        assertLives();
    }

    @Test
    void takesALargeBodyOfLongTexts() throws Exception {
        HttpResponse<String> taken =
                server.send(request("PATCH", PROJECT, "{\"name\": \"Store\", \"x\": " + texts(19 * MIB) + "}"));
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(Json.parse(taken.body()).path("name").asString()).isEqualTo("Store");
    }

    @Test
    void livesThroughManyLargeBodiesAtOnce() throws Exception {
        List<HttpRequest> kinds = List.of(
                request("PATCH", PROJECT, "[" + "[],".repeat(6 * MIB) + "0]"),
                request("PATCH", PROJECT, "{\"name\": \"Store\", \"x\": " + texts(19 * MIB) + "}"),
                request("PATCH", PROJECT, "{\"test_account_filters\": [" + "{\"a\":{}},".repeat(100_000) + "{}]}"),
                request("PATCH", PROJECT, "{\"x\": [" + "{\"a\":0},".repeat(120_000) + "0]}"),
                request("POST", QUERY, "{\"query\": " + trends("[" + "\"v\",".repeat(200_000) + "\"v\"]") + "}"),
                request("POST", QUERY, "{\"query\": " + trends(texts(12 * MIB)) + "}"),
                request("PATCH", PROJECT, "a=1&".repeat(MIB / 5), "application/x-www-form-urlencoded"));
        assertThat(server.statuses(4, kinds)).contains(503).isSubsetOf(200, 400, 413, 503);
        assertLives();
    }

    private void assertLives() throws Exception {
        HttpResponse<String> answer = server.send(request("GET", PROJECT, ""));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private HttpRequest request(String method, String path, String body) {
        return request(method, path, body, "application/json");
    }

    private HttpRequest request(String method, String path, String body, String type) {
        return server.request(path)
                .header("Authorization", "Bearer " + RunningServer.KEY)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** A list of texts of together about so many bytes. */
    private static String texts(int bytes) {
        return "[" + ("\"" + "x".repeat(397) + "\",").repeat(bytes / 400) + "\"\"]";
    }

    private static String trends(String values) {
        return "{\"kind\": \"TrendsQuery\", \"series\": [{\"kind\": \"EventsNode\", \"event\": \"a\"}], \"properties\":"
                + " [{\"type\": \"event\", \"key\": \"k\", \"operator\": \"exact\", \"value\": " + values + "}]}";
    }
}
