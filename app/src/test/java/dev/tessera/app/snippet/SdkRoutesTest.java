package dev.tessera.app.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.http.TestHttp;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The SDK that the HTML snippet loads (spec/ingestion.md 1). */
class SdkRoutesTest {
    private TestHttp http;

    @BeforeEach
    void start() {
        http = TestSnippet.start();
    }

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void givesPagesOfAllSitesTheSdkForADay() {
        HttpResponse<String> response = http.get("/static/array.js?v=1.2.3", "Origin", "https://x.test");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(TestSnippet.SDK);
        assertThat(header(response, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(header(response, "Cache-Control")).isEqualTo("public, max-age=86400");
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("https://x.test");
        assertThat(header(response, "Vary")).contains("Accept-Encoding");
    }

    @Test
    void sendsNothingAgainThatTheBrowserHas() {
        String tag = header(http.get("/static/array.js"), "ETag");
        HttpResponse<String> known = http.get("/static/array.js", "If-None-Match", "W/" + tag);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(header(known, "ETag")).isEqualTo(tag);
        assertThat(http.get("/static/array.js", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void givesAnExtensionToAnSdkOfAnyVersionAtItsFirstAttempt() {
        for (String path : List.of("/static/1.2.3/web-vitals.js", "/static/web-vitals.js?v=1.2.3")) {
            HttpResponse<String> response = http.get(path, "Origin", "https://x.test");
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            assertThat(response.body()).isEqualTo(TestSnippet.EXTENSION);
            assertThat(header(response, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
            assertThat(header(response, "Cache-Control")).isEqualTo("public, max-age=86400");
            assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("https://x.test");
        }
    }

    @Test
    void letsPagesOfAllSitesSeeThatAnExtensionIsNotHere() {
        for (String path : List.of("/static/recorder.js?v=1.2.3", "/static/1.2.3/recorder.js")) {
            HttpResponse<String> response = http.get(path, "Origin", "https://x.test");
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("https://x.test");
            assertThat(header(response, "Cache-Control")).isEmpty();
        }
    }

    @Test
    void hasNothingFromOutsideItsFolder() {
        for (String path : List.of("/static/index.html", "/static/..%2findex.html", "/static/1.2.3/..%2findex.html")) {
            assertThat(http.get(path, "Accept", "text/html").statusCode())
                    .as(path)
                    .isBetween(400, 404);
        }
    }

    @Test
    void saysThatTheBuildHasNoSdk() {
        try (TestHttp bare =
                TestSnippet.start(Map.of("files.txt", "d3 index.html\n", "index.html", "<!doctype html>"))) {
            for (String type : List.of("*/*", "text/html")) {
                HttpResponse<String> response = bare.get("/static/array.js", "Accept", type);
                assertThat(response.statusCode()).isEqualTo(404);
                assertThat(response.body()).contains("./tessera build");
            }
        }
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
