package dev.tessera.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.ingestion.Await;
import dev.tessera.kernel.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How much of a body is read, for whom, and what happens when there is no memory for it. */
class ApiBodyTest {
    private static final int MIB = 1 << 20;
    private static final String NO_MEMORY =
            "Too many large requests are being read just now. Please try again in a moment.";

    /** What handlers see: how many values are in the body, and the text that was looked for before. */
    private final TestHttp http = new TestHttp(List.of(
            new Route(
                    Operation.of(HttpMethod.POST, "/known/", "Known", new Authorization.Scope("project:write")),
                    request -> Response.ok(
                            Json.object().put("values", request.json().size()))),
            new Route(
                    Operation.of(HttpMethod.POST, "/looked/", "Looked into", new Authorization.Scope("project:write")),
                    request -> {
                        String key = request.bodyText("key").orElse("none");
                        return Response.ok(Json.object()
                                .put("key", key)
                                .put(
                                        "values",
                                        key.equals("stranger")
                                                ? -1
                                                : request.json().size()));
                    }),
            Operation.of(HttpMethod.POST, "/open/", "Open", new Authorization.Open())
                    .by(request -> Response.ok(
                            Json.object().put("values", request.json().size())))));

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void readsAlmostTwentyMegabytesOfTexts() {
        int count = 19 * MIB / 403;
        String body = "[" + ("\"" + "x".repeat(400) + "\",").repeat(count) + "1]";
        assertThat(json(post("/known/", body)).path("values").asInt()).isEqualTo(count + 1);
        assertThat(json(chunked("/known/", body)).path("values").asInt()).isEqualTo(count + 1);
    }

    @Test
    void refusesABodyOverTwentyMegabytesAndServesOn() {
        String body = "[" + " ".repeat(20 * MIB) + "]";
        assertTooLarge(post("/known/", body), "The request body is larger than 20 MB. Send less in one request.");
        assertTooLarge(chunked("/known/", body), "The request body is larger than 20 MB. Send less in one request.");
        assertThat(json(post("/known/", "[1]")).path("values").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[],", "{},", "0,", "{\"a\":{}},", "\"\",", "[[[[]]]],"})
    void refusesABodyOfMoreValuesThanThereCanBeMemoryFor(String item) {
        String body = "[" + item.repeat(19 * MIB / item.length()) + "0]";
        assertTooLarge(
                post("/known/", body),
                "The request body holds more values than one request can. Send less in one request.");
        assertThat(json(post("/known/", "[1]")).path("values").asInt()).isEqualTo(1);
    }

    @Test
    void refusesATextThatIsTooLong() {
        assertThat(json(post("/known/", "[\"" + "x".repeat(2 * MIB) + "\"]"))
                        .path("values")
                        .asInt())
                .isEqualTo(1);
        assertTooLarge(
                post("/known/", "[\"" + "x".repeat(3 * MIB) + "\"]"),
                "A text in the request body is longer than 2 MB. Send a shorter one.");
    }

    @Test
    void refusesAFormThatIsTooLarge() {
        assertThat(json(form("/known/", "a=1&".repeat(1000) + "b=2"))
                        .path("values")
                        .asInt())
                .isEqualTo(2);
        assertTooLarge(
                form("/known/", "a=1&".repeat(MIB / 4) + "b=2"),
                "The form is larger than 1 MB. Send JSON, or less in one request.");
    }

    @Test
    void readsOneMegabyteForAStranger() {
        assertThat(json(post("/open/", "[" + " ".repeat(MIB - 2) + "]"))
                        .path("values")
                        .asInt(-1))
                .isZero();
        String body = "[" + " ".repeat(MIB) + "]";
        assertTooLarge(post("/open/", body), "The request body is larger than 1 MB. Send less in one request.");
        assertTooLarge(chunked("/open/", body), "The request body is larger than 1 MB. Send less in one request.");
    }

    /** A client that cannot send to the end may never look for an answer. */
    @Test
    void hearsAStrangerOutBeforeItRefuses() throws IOException {
        byte[] body = new byte[19 * MIB];
        try (Socket client = unfinished("/open/", body.length)) {
            client.setSoTimeout(20_000);
            client.getOutputStream().write(body);
            client.getOutputStream()
                    .write("POST /open/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413 ")
                    .contains("The request body is larger than 1 MB.", "HTTP/1.1 200 ");
        }
        assertThat(http.strangers().free()).isEqualTo(8 * MIB);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": {\"key\": \"inner\"}, \"key\": \"found\", \"b\": 1}|found|3",
                "{\"a\": 1}|none|1",
                "{\"key\": 7}|none|1",
                "{\"key\": null}|none|1",
                "[\"key\", \"x\"]|none|2",
                "{}|none|0",
            })
    void findsATextAtTheTopAndReadsTheBodyAfterwards(String body, String key, int values) {
        for (HttpResponse<String> response : List.of(post("/looked/", body), chunked("/looked/", body))) {
            assertThat(json(response).path("key").asString()).isEqualTo(key);
            assertThat(json(response).path("values").asInt()).isEqualTo(values);
        }
    }

    @Test
    void findsATextInAForm() {
        JsonNode found = json(form("/looked/", "a=1&key=f%26+d&monkey=x"));
        assertThat(found.path("key").asString()).isEqualTo("f& d");
        assertThat(found.path("values").asInt()).isEqualTo(3);
        assertThat(json(form("/looked/", "akey=1&key")).path("key").asString()).isEqualTo("none");
    }

    @Test
    void saysWhatIsWrongWithABodyWhenItIsReadAndNotWhenItIsLookedInto() {
        HttpResponse<String> broken = post("/looked/", "{\"a\": ");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(json(broken).path("code").asString()).isEqualTo("parse_error");
        assertThat(post("/looked/", "{\"key\": \"stranger\", ").statusCode()).isEqualTo(200);
        assertThat(form("/looked/", "key=%").statusCode()).isEqualTo(400);
    }

    @Test
    void looksIntoSmallBodiesOnly() {
        String body = "{\"key\": \"found\", \"a\": [" + " ".repeat(MIB) + "]}";
        for (HttpResponse<String> response : List.of(post("/looked/", body), chunked("/looked/", body))) {
            assertThat(json(response).path("key").asString()).isEqualTo("none");
            assertThat(json(response).path("values").asInt()).isEqualTo(2);
        }
    }

    @Test
    void asksToRetryWhileOtherBodiesHoldTheMemoryAndGivesItBack() throws IOException {
        String body = "[" + " ".repeat(10 * MIB) + "]";
        try (Socket other = unfinished("/known/", 15 * MIB)) {
            Await.until("the other holds the memory", () -> http.callers().free() == 19 * MIB);
            HttpResponse<String> refused = post("/known/", body);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(json(refused).path("detail").asString()).isEqualTo(NO_MEMORY);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(post("/known/", "[1]").statusCode()).isEqualTo(200);
            assertThat(other.isConnected()).isTrue();
        }
        Await.until("the memory is given back", () -> http.callers().free() == 64 * MIB);
        assertThat(post("/known/", body).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsStrangersFromTheMemoryOfCallers() throws IOException {
        String body = "[" + " ".repeat(MIB / 2) + "]";
        try (Socket first = unfinished("/open/", MIB);
                Socket second = unfinished("/open/", MIB)) {
            Await.until("the two hold the memory", () -> http.strangers().free() == 2 * MIB);
            assertThat(post("/open/", "[" + " ".repeat(MIB - 2) + "]").statusCode())
                    .isEqualTo(503);
            assertThat(post("/known/", body).statusCode()).isEqualTo(200);
            assertThat(first.isConnected() && second.isConnected()).isTrue();
        }
    }

    @Test
    void refusesABodyThatDripsAndGivesItsMemoryBack() throws IOException {
        try (Socket other = unfinished("/known/", 15 * MIB)) {
            Await.until("it holds memory", () -> http.callers().free() == 19 * MIB);
            other.getOutputStream().write(' ');
            http.age(Duration.ofSeconds(31));
            other.getOutputStream().write(' ');
            other.setSoTimeout(20_000);
            assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("Connection: close\r\n")
                    .endsWith("{\"type\":\"invalid_request\",\"code\":\"request_timeout\",\"detail\":"
                            + "\"The request body did not arrive in time. Send less in one request.\",\"attr\":null}");
            assertThat(http.callers().free()).isEqualTo(64 * MIB);
        }
    }

    private HttpResponse<String> post(String path, String body) {
        return http.send("POST", path, body);
    }

    /** A body whose length is not announced. */
    private HttpResponse<String> chunked(String path, String body) {
        return http.send(
                "POST",
                path,
                HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))),
                "Content-Type",
                "application/json");
    }

    private HttpResponse<String> form(String path, String body) {
        return http.send(
                "POST",
                path,
                HttpRequest.BodyPublishers.ofString(body),
                "Content-Type",
                "application/x-www-form-urlencoded; charset=utf-8");
    }

    /** A request that has announced {@code bytes} and sends none. */
    private Socket unfinished(String path, int bytes) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), http.server().port());
        OutputStream out = socket.getOutputStream();
        out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + bytes + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
        return socket;
    }

    private static JsonNode json(HttpResponse<String> response) {
        return TestHttp.json(response);
    }

    private static void assertTooLarge(HttpResponse<String> response, String detail) {
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(json(response).path("code").asString()).isEqualTo("too_large");
        assertThat(json(response).path("detail").asString()).isEqualTo(detail);
    }
}
