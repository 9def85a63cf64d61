package dev.tessera.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.IntNode;

class HttpServerTest {
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
    void answersUnknownPathsAndMethodsWithTheEnvelope() {
        assertThat(http.get("/api/nothing/").body())
                .isEqualTo("{\"type\":\"invalid_request\",\"code\":\"not_found\",\"detail\":\"Endpoint not found.\","
                        + "\"attr\":null}");
        HttpResponse<String> wrongMethod = http.send("DELETE", "/echo/", "{}");
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.body())
                .isEqualTo("{\"type\":\"invalid_request\",\"code\":\"method_not_allowed\","
                        + "\"detail\":\"Method \\\"DELETE\\\" not allowed.\",\"attr\":null}");
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
