package dev.tessera.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.ingestion.Await;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.IntNode;

class HttpServerTest {
    private static final Pattern CONTENT_LENGTH = Pattern.compile("\r\nContent-Length: (\\d+)\r\n");

    private final CountDownLatch slowStarted = new CountDownLatch(1);
    private final CountDownLatch slowMayEnd = new CountDownLatch(1);
    private final TestHttp http = new TestHttp(List.of(
            open(HttpMethod.GET, "/api/projects/{project_id}/things/")
                    .by(request -> Response.ok(Json.object().put("project", request.pathParameter("project_id")))),
            open(HttpMethod.POST, "/echo/").by(request -> Response.ok(request.json())),
            open(HttpMethod.POST, "/empty/").by(_ -> Response.empty(204)),
            open(HttpMethod.GET, "/numbers/").paged().by(HttpServerTest::numbers),
            open(HttpMethod.GET, "/bug/").by(_ -> {
                throw new IllegalStateException("secret");
            }),
            Operation.of(HttpMethod.POST, "/captured/", "", new Authorization.ProjectToken())
                    .by(_ -> {
                        throw new IllegalStateException("secret");
                    }),
            Operation.of(HttpMethod.POST, "/taken/", "", new Authorization.ProjectToken())
                    .forAnySite()
                    .by(_ -> Response.text(200, "taken")),
            open(HttpMethod.GET, "/away/").by(_ -> {
                throw new ProblemException(new Problem.Unavailable("database_unavailable", "Away.", 1));
            }),
            open(HttpMethod.GET, "/slow/").by(_ -> {
                slowStarted.countDown();
                slowMayEnd.await();
                return Response.text(200, "done");
            })));

    @AfterEach
    void stop() {
        slowMayEnd.countDown();
        http.close();
    }

    @Test
    void servesWithAndWithoutTrailingSlashAndUnderTheOldName() {
        for (String path : List.of(
                "/api/projects/7/things/",
                "/api/projects/7/things",
                "/api/environments/7/things/",
                "/api/environments/7/things")) {
            HttpResponse<String> response = http.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            assertThat(response.body()).as(path).isEqualTo("{\"project\":\"7\"}");
        }
    }

    @Test
    void sendsALargeTreeWhileItIsWrittenAndASmallOneWithItsLength() {
        String large = "[" + "\"text ü\",".repeat(20_000) + "1]";
        HttpResponse<String> sent = http.send("POST", "/echo/", large);
        assertThat(sent.body()).isEqualTo(large);
        assertThat(sent.headers().firstValue("Content-Length")).isEmpty();
        HttpResponse<String> small = http.send("POST", "/echo/", "[1]");
        assertThat(small.body()).isEqualTo("[1]");
        assertThat(small.headers().firstValue("Content-Length")).contains("3");
    }

    @Test
    void answersUnknownPathsAndMethodsWithTheEnvelope() {
        assertThat(http.get("/api/nothing/").body())
                .isEqualTo("{\"type\":\"invalid_request\",\"code\":\"not_found\",\"detail\":\"Endpoint not found.\","
                        + "\"attr\":null}");
        HttpResponse<String> wrongMethod = http.send("DELETE", "/echo/", "{}");
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.body())
                .isEqualTo("{\"type\":\"invalid_request\",\"code\":\"method_not_allowed\","
                        + "\"detail\":\"Method \\\"DELETE\\\" not allowed.\",\"attr\":null}");
        assertThat(wrongMethod.headers().firstValue("Allow")).contains("POST");
    }

    /** Nobody but our own pages calls them from a browser, and those need no permission. */
    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "TRACE", "QUERY", "PROPFIND", "get"})
    void refusesMethodsThatNoRouteHasAndNamesThoseOfThePath(String method) throws IOException {
        for (String path : List.of("/api/projects/7/things/", "/api/environments/7/things")) {
            assertThat(raw(method + " " + path + " HTTP/1.1\r\nOrigin: https://other.example\r\n"
                            + "Access-Control-Request-Method: GET\r\nAccept: text/html\r\n"))
                    .startsWith("HTTP/1.1 405 ")
                    .contains("Allow: GET, HEAD\r\n")
                    .contains("\"detail\":\"Method \\\"" + method + "\\\" not allowed.\"")
                    .doesNotContain("Access-Control-");
        }
        assertThat(raw(method + " /api/nothing/ HTTP/1.1\r\n")).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void answersHeadLikeGetWithoutTheBody() {
        for (String path : List.of("/api/projects/7/things", "/bug/", "/away/", "/api/nothing/", "/echo/")) {
            HttpResponse<String> get = http.get(path);
            HttpResponse<String> head = http.send("HEAD", path, HttpRequest.BodyPublishers.noBody());
            assertThat(head.statusCode()).as(path).isEqualTo(get.statusCode());
            assertThat(head.body()).as(path).isEmpty();
            for (String name : List.of("Content-Type", "Retry-After", "X-Frame-Options")) {
                assertThat(head.headers().firstValue(name))
                        .as("%s of %s", name, path)
                        .isEqualTo(get.headers().firstValue(name));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"/%ff/, 400, parse_error", "/%zz/, 400, parse_error", "/%00, 400, parse_error"})
    void answersAnUnreadablePathWithTheEnvelope(String path, int status, String code) throws IOException {
        assertThatIsAnEnvelope(raw("GET " + path + " HTTP/1.1\r\n"), status, code);
    }

    @Test
    void answersTooLongUrlsAndHeadersWithTheEnvelope() throws IOException {
        assertThatIsAnEnvelope(raw("GET /" + "x".repeat(40 << 10) + " HTTP/1.1\r\n"), 414, "uri_too_long");
        assertThatIsAnEnvelope(
                raw("GET / HTTP/1.1\r\nX-A: " + "x".repeat(40 << 10) + "\r\n"), 431, "headers_too_large");
    }

    private static void assertThatIsAnEnvelope(String answer, int status, String code) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("X-Frame-Options: SAMEORIGIN\r\n", "X-Content-Type-Options: nosniff\r\n")
                .contains("Content-Type: application/json")
                .contains("\r\n\r\n{\"type\":\"invalid_request\",\"code\":\"" + code + "\"")
                .doesNotContainIgnoringCase("jetty");
    }

    /** All that the server answers to a request of these lines. */
    private String raw(String lines) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), http.server().port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((lines + "Host: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void saysThatPackedBodiesAreNotUnpacked() {
        HttpResponse<String> packed = http.send("POST", "/echo/", "{}", "Content-Encoding", "gzip");
        assertThat(packed.statusCode()).isEqualTo(415);
        assertThat(TestHttp.json(packed).path("detail").asString())
                .isEqualTo("Request bodies are not unpacked here. Send the body without Content-Encoding.");
    }

    @Test
    void answersAnEmptyPageFarBehindTheEnd() {
        HttpResponse<String> page = http.get("/numbers/?offset=9223372036854775807");
        assertThat(TestHttp.json(page).path("results").toString()).isEqualTo("[]");
        assertThat(TestHttp.json(page).path("next").isNull()).isTrue();
    }

    @Test
    void answersErrorsOfCaptureAsPlainText() {
        HttpResponse<String> bug = http.send("POST", "/captured/", "bug");
        assertThat(bug.statusCode()).isEqualTo(500);
        assertThat(bug.body()).isEqualTo("internal error, please retry");
        HttpResponse<String> wrongMethod = http.send("DELETE", "/captured/", "");
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.body()).isEqualTo("Method \"DELETE\" not allowed.");
        assertThat(wrongMethod.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
    }

    @Test
    void saysWhereAJsonBodyIsBroken() {
        HttpResponse<String> response = http.send("POST", "/echo/", "{\"a\":");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestHttp.json(response).path("code").asString()).isEqualTo("parse_error");
        assertThat(TestHttp.json(response).path("detail").asString())
                .startsWith("JSON parse error - ")
                .contains("line 1 column");
    }

    @Test
    void readsAFormAsAnObjectAndRefusesOtherMediaTypes() {
        HttpResponse<String> form = http.send(
                "POST",
                "/echo/",
                HttpRequest.BodyPublishers.ofString("name=a+b%26c&x="),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(form.body()).isEqualTo("{\"name\":\"a b&c\",\"x\":\"\"}");
        HttpResponse<String> xml =
                http.send("POST", "/echo/", HttpRequest.BodyPublishers.ofString("<a/>"), "Content-Type", "text/xml");
        assertThat(xml.statusCode()).isEqualTo(415);
        assertThat(xml.body()).contains("Unsupported media type \\\"text/xml\\\" in request.");
    }

    @Test
    void sendsNoBodyAndNoTypeWith204() {
        HttpResponse<String> response = http.send("POST", "/empty/", "{}");
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Content-Type")).isEmpty();
    }

    @Test
    void linksPagesWithAbsoluteUrlsThatKeepOtherParameters() {
        HttpResponse<String> middle = http.get("/numbers/?search=x&limit=2&offset=2");
        assertThat(TestHttp.json(middle).path("results").toString()).isEqualTo("[2,3]");
        assertThat(TestHttp.json(middle).path("count").asInt()).isEqualTo(5);
        assertThat(TestHttp.json(middle).path("next").asString())
                .startsWith("http://127.0.0.1")
                .endsWith("/numbers/?search=x&limit=2&offset=4");
        assertThat(TestHttp.json(middle).path("previous").asString()).endsWith("/numbers/?search=x&limit=2");
        assertThat(TestHttp.json(http.get("/numbers/?limit=x&offset=-1"))
                        .path("next")
                        .isNull())
                .isTrue();
    }

    @Test
    void tellsNothingOfABugAndWhenToRetryAnOutage() {
        HttpResponse<String> bug = http.get("/bug/");
        assertThat(bug.statusCode()).isEqualTo(500);
        assertThat(bug.body()).doesNotContain("secret").contains("A server error occurred.");
        HttpResponse<String> away = http.get("/away/");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void finishesRequestsUnderWayWhenItStops() throws Exception {
        CompletableFuture<HttpResponse<String>> slow = CompletableFuture.supplyAsync(() -> http.get("/slow/"));
        slowStarted.await();
        CompletableFuture<Void> stopping =
                CompletableFuture.runAsync(() -> http.server().close());
        slowMayEnd.countDown();
        assertThat(slow.get().body()).isEqualTo("done");
        stopping.get();
    }

    /** A client that has a connection goes on using it while the server stops. */
    @Test
    void asksToRetryWhatComesWhileItStops() throws Exception {
        CompletableFuture<HttpResponse<String>> slow = CompletableFuture.supplyAsync(() -> http.get("/slow/"));
        slowStarted.await();
        List<Socket> api = connections("GET /api/projects/7/things/");
        List<Socket> capture = connections("POST /taken/");
        CompletableFuture<Void> stopping =
                CompletableFuture.runAsync(() -> http.server().close());
        Await.until("it takes no more connections", () -> http.server().port() < 0);
        assertThat(firstRefusal(api, "GET /api/projects/7/things/"))
                .startsWith("HTTP/1.1 503 ")
                .contains("Retry-After: 1\r\n", "Connection: close\r\n", "X-Frame-Options: SAMEORIGIN\r\n")
                .doesNotContain("Access-Control-")
                .endsWith("\r\n\r\n{\"type\":\"server_error\",\"code\":\"stopping\","
                        + "\"detail\":\"The server is stopping. Try again.\",\"attr\":null}");
        assertThat(firstRefusal(capture, "POST /taken/"))
                .startsWith("HTTP/1.1 503 ")
                .contains(
                        "Retry-After: 1\r\n",
                        "Content-Type: text/plain",
                        "Access-Control-Allow-Origin: https://shop.example\r\n")
                .endsWith("\r\n\r\ntransient error, please retry");
        slowMayEnd.countDown();
        assertThat(slow.get().body()).isEqualTo("done");
        stopping.get();
    }

    /** Connections over which {@code request} has been answered once. */
    private List<Socket> connections(String request) throws IOException {
        List<Socket> connections = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Socket socket = connection();
            assertThat(exchange(socket, request)).startsWith("HTTP/1.1 200 ");
            connections.add(socket);
        }
        return connections;
    }

    /** The first answer to {@code request} that is not 200: the server refuses a moment after it stops to listen. */
    private static String firstRefusal(List<Socket> connections, String request) throws IOException {
        String answer = "";
        for (Socket connection : connections) {
            try (connection) {
                answer = exchange(connection, request);
            }
            if (!answer.startsWith("HTTP/1.1 200 ")) {
                return answer;
            }
        }
        return answer;
    }

    private Socket connection() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), http.server().port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static String exchange(Socket connection, String request) throws IOException {
        connection
                .getOutputStream()
                .write((request + " HTTP/1.1\r\nHost: localhost\r\nOrigin: https://shop.example\r\n"
                                + "Content-Length: 0\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        InputStream in = connection.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The connection ended after: " + head);
            }
            head.append((char) next);
        }
        Matcher length = CONTENT_LENGTH.matcher(head);
        assertThat(length.find()).as(head.toString()).isTrue();
        return head + new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8);
    }

    private static Operation open(HttpMethod method, String path) {
        return Operation.of(method, path, "", new Authorization.Open());
    }

    private static Response numbers(Request request) {
        PageRequest asked = Paging.of(request);
        List<Integer> items = IntStream.range(asked.offset(), Math.min(5, asked.offset() + asked.limit()))
                .boxed()
                .toList();
        return Paging.answer(request, asked, new Page<>(5, items), IntNode::valueOf);
    }
}
