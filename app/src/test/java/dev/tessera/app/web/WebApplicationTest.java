package dev.tessera.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.TestHttp;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebApplicationTest {
    private static final Map<String, String> CONTENT = Map.of(
            "files.txt",
            """
            d1 index.html .br .gz
            d2 assets/main-abc.js .br .gz
            d3 assets/small-def.css .gz
            d4 assets/font-ghi.woff2
            d5 scheme.js
            """,
            "index.html",
            "<!doctype html>page",
            "index.html.br",
            "page as br",
            "index.html.gz",
            "page as gz",
            "assets/main-abc.js",
            "script",
            "assets/main-abc.js.br",
            "script as br",
            "assets/main-abc.js.gz",
            "script as gz",
            "assets/small-def.css",
            "style",
            "assets/font-ghi.woff2",
            "font",
            "secret.txt",
            "not listed");

    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final TestHttp http = serving(CONTENT);

    @AfterEach
    void stop() {
        http.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/project/1/dashboards", "/project/1/dashboard/7?edit=1", "/no/such/place"})
    void showsThePageAtEveryAddressThatSomebodyCanGoTo(String path) {
        HttpResponse<String> response = http.get(path, "Accept", HTML);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("<!doctype html>page");
        assertThat(header(response, "Content-Type")).isEqualToIgnoringWhitespace("text/html; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing/", "/assets/old-xyz.js", "/_nothing"})
    void showsNoPageWhereDataOrAFileWasAskedFor(String path) {
        HttpResponse<String> response = http.get(path, "Accept", HTML);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(header(response, "Content-Type")).startsWith("application/json");
    }

    @Test
    void showsNoPageToProgramsThatDoNotAskForOne() {
        assertThat(http.get("/somewhere", "Accept", "*/*").statusCode()).isEqualTo(404);
        assertThat(http.get("/somewhere").statusCode()).isEqualTo(404);
    }

    @Test
    void leavesRoutesAndOtherMethodsAlone() {
        assertThat(http.get("/_health/", "Accept", HTML).body()).isEqualTo("ok");
        assertThat(http.send("POST", "/project/1", "{}", "Accept", HTML).statusCode())
                .isEqualTo(404);
    }

    @Test
    void letsNothingRunOnThePageThatIsNotAFileOfTheApplication() {
        String policy = header(http.get("/", "Accept", HTML), "Content-Security-Policy");
        assertThat(policy).startsWith("default-src 'self';").contains("object-src 'none'", "base-uri 'none'");
        assertThat(policy).doesNotContain("unsafe");
    }

    @Test
    void keepsHashedFilesForeverAndAsksAgainForTheOthers() {
        assertThat(header(http.get("/assets/main-abc.js"), "Cache-Control"))
                .isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(http.get("/", "Accept", HTML), "Cache-Control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, br", "gzip, deflate, br;q=0.5, zstd", "BR"})
    void sendsTheSmallestFormThatTheClientUnderstands(String accepted) {
        HttpResponse<String> response = http.get("/assets/main-abc.js", "Accept-Encoding", accepted);
        assertThat(response.body()).isEqualTo("script as br");
        assertThat(header(response, "Content-Encoding")).isEqualTo("br");
        assertThat(header(response, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(header(response, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
    }

    @Test
    void sendsGzipToThoseWhoOnlyKnowThat() {
        HttpResponse<String> response = http.get("/assets/main-abc.js", "Accept-Encoding", "gzip, br;q=0");
        assertThat(response.body()).isEqualTo("script as gz");
        assertThat(header(response, "Content-Encoding")).isEqualTo("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "", "br;q=0, gzip;q=0.000", "brotli", "*"})
    void sendsThePlainFileToEverybodyElse(String accepted) {
        HttpResponse<String> response = http.get("/assets/main-abc.js", "Accept-Encoding", accepted);
        assertThat(response.body()).isEqualTo("script");
        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void sendsThePlainFileWhenThereIsNoOther() {
        HttpResponse<String> response = http.get("/assets/font-ghi.woff2", "Accept-Encoding", "br, gzip");
        assertThat(response.body()).isEqualTo("font");
        assertThat(header(response, "Content-Type")).isEqualTo("font/woff2");
    }

    @Test
    void sendsNothingAgainThatTheClientHas() {
        String tag = header(http.get("/", "Accept", HTML, "Accept-Encoding", "br"), "ETag");
        HttpResponse<String> again =
                http.get("/", "Accept", HTML, "Accept-Encoding", "br", "If-None-Match", "\"other\", W/" + tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
    }

    @Test
    void doesNotTakeOneFormForAnother() {
        String tag = header(http.get("/", "Accept", HTML, "Accept-Encoding", "br"), "ETag");
        HttpResponse<String> plain = http.get("/", "Accept", HTML, "If-None-Match", tag);
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.body()).isEqualTo("<!doctype html>page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/secret.txt",
                "/files.txt",
                "/assets/main-abc.js.br",
                "/assets/../secret.txt",
                "/assets/%2e%2e/secret.txt",
                "/assets%2f..%2fsecret.txt",
                "/..%2fsecret.txt",
                "//secret.txt"
            })
    void givesOutNothingThatIsNotListed(String path) {
        HttpResponse<String> response = http.get(path);
        assertThat(response.statusCode()).isBetween(400, 404);
        assertThat(response.body()).doesNotContain("not listed", "d1 ", "as br");
    }

    @Test
    void answersHeadWithTheHeadersOfGet() {
        HttpResponse<String> response =
                http.send("HEAD", "/scheme-or-not", HttpRequest.BodyPublishers.noBody(), "Accept", HTML);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(header(response, "ETag")).isEqualTo("\"d1\"");
    }

    @Test
    void saysHowToGetTheApplicationWhenTheBuildHasNone() {
        try (TestHttp bare = serving(Map.of())) {
            HttpResponse<String> response = bare.get("/", "Accept", HTML);
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).contains("./tessera build");
            assertThat(bare.get("/api/nothing/", "Accept", HTML).body()).contains("Endpoint not found.");
        }
    }

    private static TestHttp serving(Map<String, String> content) {
        WebApplication application = new WebApplication(WebFiles.of(name -> Optional.ofNullable(content.get(name))
                .map(it -> new ByteArrayInputStream(it.getBytes(StandardCharsets.UTF_8)))));
        return new TestHttp(
                List.of(Operation.of(HttpMethod.GET, "/_health/", "Health", new Authorization.Open())
                        .by(_ -> Response.text(200, "ok"))),
                application::answer);
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }
}
