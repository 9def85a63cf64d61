package dev.tessera.app.capture;

import static dev.tessera.app.capture.TestCapture.batch;
import static dev.tessera.app.capture.TestCapture.event;
import static dev.tessera.app.capture.TestCapture.gzip;
import static dev.tessera.app.capture.TestCapture.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.ingestion.CapturedEvent;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only browsers send, and what they ask before they do (spec/ingestion.md 13). */
class CaptureFromBrowsersTest extends CaptureTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ANOTHER_SITE = "https://x.test";

    @Test
    void behaviour6base64IsTakenOutOfAForm() {
        byte[] form = utf8("data=" + encoded(base64(utf8(event("")))));
        assertThat(capture.send("/e/?compression=base64", form, "Content-Type", FORM)
                        .statusCode())
                .isEqualTo(200);
        assertThat(names()).containsExactly("e");
    }

    @Test
    void behaviour7aPlusThatTheFormDidNotEncodeIsRepaired() {
        String base64 = base64(utf8(event(",\"properties\":{\"a\":\"ûûûû~~~~>>>>\"}")));
        assertThat(base64).contains("+");
        assertThat(capture.send("/e/", utf8("data=" + base64), "Content-Type", FORM)
                        .statusCode())
                .isEqualTo(200);
        assertThat(journaled().getFirst().properties()).contains("ûûûû~~~~>>>>");
    }

    @Test
    void takesJsonAndGzipOutOfAForm() {
        capture.send("/e/", utf8("ip=1&data=" + encoded(event(""))), "Content-Type", FORM);
        String packed = encoded(base64(gzip(utf8(batch(event(""))))));
        capture.send("/batch/", utf8("compression=gzip-js&data=" + packed), "Content-Type", FORM);
        assertThat(names()).containsExactly("e", "e");
    }

    @Test
    void behaviour8aFormIsWantedWhereTheTypeSaysSo() {
        HttpResponse<String> response = capture.send("/e/", utf8("{\"event\":\"e\"}"), "Content-Type", FORM);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("failed to decode request: expected form data in POST request payload");
        for (String form : List.of("ip=1", "data=%zz")) {
            assertThat(capture.send("/e/", utf8(form), "Content-Type", FORM).statusCode())
                    .isEqualTo(400);
        }
        assertThat(journaled()).isEmpty();
    }

    @Test
    void takesABodyThatIsBase64() {
        capture.send("/batch/", utf8(base64(utf8(batch(event(""))))), "Content-Type", "text/plain");
        assertThat(names()).containsExactly("e");
    }

    @Test
    void takesGzipThatIsInBase64WhenTheQueryCallsItGzip() {
        String base64 = base64(gzip(utf8(batch(event("")))));
        assertThat(capture.send("/batch/?compression=gzip", utf8(base64)).statusCode())
                .isEqualTo(200);
        assertThat(names()).containsExactly("e");
        String plain = "data=" + encoded(base64(utf8(event(""))));
        HttpResponse<String> refused = capture.send("/e/?compression=gzip-js", utf8(plain), "Content-Type", FORM);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).isEqualTo("failed to decode request: invalid GZIP data");
    }

    @Test
    void stopsUnpackingABombInAFormAtTheLimit() {
        byte[] form = utf8("data=" + encoded(base64(gzip(new byte[(20 << 20) + 1]))));
        assertThat(capture.send("/e/", form, "Content-Type", FORM).statusCode()).isEqualTo(413);
        assertThat(capture.budget().free()).isEqualTo(CaptureRoutes.BODY_BUDGET);
    }

    @Test
    void behaviour9anEventIsTakenOutOfTheQuery() {
        HttpResponse<String> response = capture.request("GET", "/e/?ver=1.2&data=" + encoded(base64(utf8(event("")))));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"status\":\"Ok\"}");
        assertThat(capture.request("GET", "/i/v0/e?data=" + encoded(event(""))).statusCode())
                .isEqualTo(200);
        assertThat(names()).containsExactly("e", "e");
    }

    @Test
    void behaviour10aQueryWithoutAnEventIsRefused() {
        for (String path : List.of("/e/", "/e/?data=")) {
            HttpResponse<String> response = capture.request("GET", path);
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).isEqualTo("failed to decode request: empty payload");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/batch/", "/e/", "/e", "/i/v0/e/", "/capture/", "/track/", "/engage/", "/s/"})
    void behaviour31pagesOfOtherSitesMaySend(String path) {
        HttpResponse<String> preflight = capture.request(
                "OPTIONS",
                path,
                "Origin",
                ANOTHER_SITE,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "x-foo, content-type");
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo(ANOTHER_SITE);
        assertThat(header(preflight, "Access-Control-Allow-Headers")).isEqualTo("x-foo, content-type");
        assertThat(header(preflight, "Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(header(preflight, "Access-Control-Allow-Methods")).isEqualTo("GET, POST, OPTIONS");
    }

    @Test
    void behaviour31pagesOfOtherSitesMayReadWhyTheyAreRefused() {
        HttpResponse<String> refused = capture.send("/e/", utf8("{"), "Origin", ANOTHER_SITE);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(header(refused, "Access-Control-Allow-Origin")).isEqualTo(ANOTHER_SITE);
        HttpResponse<String> stored = capture.send("/e/", utf8(event("")), "Origin", ANOTHER_SITE);
        assertThat(header(stored, "Access-Control-Allow-Origin")).isEqualTo(ANOTHER_SITE);
        assertThat(header(stored, "Vary")).contains("Origin");
        assertThat(capture.send("/e/", utf8(event(""))).headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void answersOptionsThatAskForNothing() {
        HttpResponse<String> response = capture.request("OPTIONS", "/e/");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"status\":\"Ok\"}");
    }

    @Test
    void behaviour43recordingsAreDiscardedAndPaused() {
        for (byte[] body : List.of(utf8("[{}]"), gzip(utf8("nonsense")), new byte[0])) {
            HttpResponse<String> response = capture.send("/s/", body, "Content-Type", "text/plain");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("{\"status\":\"Ok\",\"quota_limited\":[\"recordings\"]}");
        }
        assertThat(capture.request("GET", "/s?data=e30").body()).contains("recordings");
        assertThat(journaled()).isEmpty();
    }

    private List<String> names() {
        return journaled().stream().map(CapturedEvent::event).toList();
    }

    private List<CapturedEvent> journaled() {
        return capture.ingestion().journaled();
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
