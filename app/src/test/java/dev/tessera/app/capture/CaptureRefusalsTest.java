package dev.tessera.app.capture;

import static dev.tessera.app.capture.TestCapture.batch;
import static dev.tessera.app.capture.TestCapture.event;
import static dev.tessera.app.capture.TestCapture.gzip;
import static dev.tessera.app.capture.TestCapture.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad request has its status and its sentence, and leaves nothing behind (spec/ingestion.md 2 and 3.2). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaptureRefusalsTest {
    private static final String NO_EVENT_NAME = "failed to parse request: every event needs a text `event`";
    private static final String NO_DISTINCT_ID = "event submitted without a distinct_id";
    private static final String NOT_GZIP = "failed to decode request: invalid GZIP data";
    private static final String NOT_UTF8 = "failed to decode request: invalid UTF8 in request payload";

    private TestCapture capture;

    @BeforeAll
    void start(@TempDir Path directory) {
        capture = new TestCapture(directory);
    }

    @AfterAll
    void stop() {
        capture.close();
    }

    static List<Arguments> malformed() {
        return List.of(
                arguments("{\"a\":", "failed to parse request: Unexpected end-of-input"),
                arguments("[1,]", "failed to parse request: Unexpected character"),
                arguments("{\"a\":NaN}", "failed to parse request: Non-standard token 'NaN': line 1 column"),
                arguments("data=eyJ9", "failed to parse request: Unrecognized token"),
                arguments(event("") + "x", "failed to parse request: Unrecognized token 'x'"),
                arguments(event("") + event(""), "failed to parse request: text after the end of the JSON value"),
                arguments(
                        " ", "failed to parse request: expected an event, a list of events or an object with `batch`"),
                arguments(
                        "5", "failed to parse request: expected an event, a list of events or an object with `batch`"),
                arguments("[5]", "failed to parse request: an event is not an object"),
                arguments("[[]]", "failed to parse request: an event is not an object"),
                arguments(
                        "{\"api_key\":\"phc_test\",\"batch\":{}}",
                        "failed to parse request: `batch` is not a list of events"),
                arguments(
                        "{\"api_key\":\"phc_test\",\"batch\":null}",
                        "failed to parse request: `batch` is not a list of events"),
                arguments(
                        "{\"batch\":[" + event("") + "]}",
                        "failed to parse request: an object with `batch` needs `api_key`"),
                arguments(
                        "[".repeat(500) + "]".repeat(500),
                        "failed to parse request: Document nesting depth (201) exceeds the maximum allowed (200)"),
                arguments(
                        event(",\"properties\":{\"a\":" + "{\"a\":".repeat(300) + "1" + "}".repeat(302)),
                        "failed to parse request: Document nesting depth"),
                arguments(
                        event(",\"properties\":{\"a\":1e99999999999}"),
                        "failed to parse request: A number has more than 1000 digits"),
                arguments(
                        event(",\"properties\":{\"a\":" + "9".repeat(1_200) + "}"),
                        "failed to parse request: Number value length (1200) exceeds"));
    }

    static List<Arguments> unacceptable() {
        return List.of(
                arguments("[]", "request holds no event"),
                arguments("{\"api_key\":\"phc_test\",\"batch\":[]}", "request holds no event"),
                arguments("{\"token\":\"phc_test\",\"distinct_id\":\"u\",\"$set\":{\"a\":1}}", NO_EVENT_NAME),
                arguments("{\"event\":5,\"distinct_id\":\"u\",\"token\":\"phc_test\"}", NO_EVENT_NAME),
                arguments(
                        "{\"event\":\"\",\"distinct_id\":\"u\",\"token\":\"phc_test\"}",
                        "event submitted with an empty event name"),
                arguments(batch("{\"event\":\"e\"}"), NO_DISTINCT_ID),
                arguments(batch("{\"event\":\"e\",\"distinct_id\":null}"), NO_DISTINCT_ID),
                arguments(batch("{\"event\":\"e\",\"distinct_id\":\"\"}"), NO_DISTINCT_ID),
                arguments(batch("{\"event\":\"e\",\"distinct_id\":\" \\t\"}"), NO_DISTINCT_ID),
                arguments(batch(event(""), "{\"event\":\"e\"}", event("")), NO_DISTINCT_ID),
                arguments(event(",\"uuid\":\"nope\""), "failed to parse request: `uuid` is not a UUID"),
                arguments(event(",\"uuid\":5"), "failed to parse request: `uuid` is not a text"),
                arguments(
                        event(",\"uuid\":\"000000001-0000-0000-0000-00000000001\""),
                        "failed to parse request: `uuid` is not a UUID"),
                arguments(event(",\"timestamp\":1772359200"), "failed to parse request: `timestamp` is not a text"),
                arguments(
                        event(",\"offset\":\"5\""),
                        "failed to parse request: `offset` is not a whole number of milliseconds"),
                arguments(
                        event(",\"offset\":1.5"),
                        "failed to parse request: `offset` is not a whole number of milliseconds"),
                arguments(
                        event(",\"offset\":99999999999999999999"),
                        "failed to parse request: `offset` is not a whole number of milliseconds"),
                arguments(event(",\"properties\":null"), "failed to parse request: `properties` is not an object"),
                arguments(event(",\"properties\":[]"), "failed to parse request: `properties` is not an object"),
                arguments(
                        event(",\"properties\":{\"$cookieless_mode\":\"yes\"}"),
                        "event submitted with a $cookieless_mode that is not true or false"));
    }

    static List<Arguments> badTokens() {
        return List.of(
                arguments("{\"event\":\"e\",\"distinct_id\":\"u\"}", "event submitted without an api_key"),
                arguments(
                        "[" + event("") + "," + event("").replace("phc_test", "phc_other") + "]",
                        "batch submitted with inconsistent api_key values"),
                arguments(withToken("phx_abc"), "API key is not valid: personal_api_key"),
                arguments(withToken("x".repeat(65)), "API key is not valid: too_long"),
                arguments(withToken("   "), "API key is not valid: empty"),
                arguments(withToken("phc_ö"), "API key is not valid: not_ascii"),
                arguments(withToken("phc_\\u0000"), "API key is not valid: null_byte"),
                arguments(
                        withToken("phc_unknown"),
                        "no project has this token: check the project API key (it starts with phc_)"));
    }

    private static String withToken(String token) {
        return "{\"api_key\":\"" + token + "\",\"batch\":[" + event("") + "]}";
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesAMalformedPayloadAndSaysWhere(String body, String text) {
        HttpResponse<String> response = capture.send(body);
        assertThat(response.body()).startsWith(text);
        assertThatIsRefused(response, 400);
    }

    @ParameterizedTest
    @MethodSource("unacceptable")
    void refusesTheWholeRequestForOneBadEvent(String body, String text) {
        HttpResponse<String> response = capture.send(body);
        assertThat(response.body()).isEqualTo(text);
        assertThatIsRefused(response, 400);
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void refusesABadTokenWithItsReason(String body, String text) {
        HttpResponse<String> response = capture.send(body);
        assertThat(response.body()).isEqualTo(text);
        assertThatIsRefused(response, 401);
    }

    @Test
    void saysNothingOfTheParsersSettings() {
        assertThat(capture.send("[".repeat(500)).body()).doesNotContain("`", "StreamReadConstraints");
        assertThat(capture.send("{\"a\":NaN}").body()).doesNotContain("JsonReadFeature");
    }

    @Test
    void refusesAnEmptyBody() {
        HttpResponse<String> response = capture.send("");
        assertThat(response.body()).isEqualTo("failed to decode request: empty payload");
        assertThatIsRefused(response, 400);
    }

    @ParameterizedTest
    @MethodSource("packedBadly")
    void refusesABodyThatCannotBeDecoded(byte[] body, String encoding, String text) {
        HttpResponse<String> response = capture.send("/batch/", body, "Content-Encoding", encoding);
        assertThat(response.body()).isEqualTo(text);
        assertThatIsRefused(response, 400);
    }

    static List<Arguments> packedBadly() {
        byte[] good = gzip(utf8(batch(event(",\"properties\":{\"a\":\"some text that takes a few bytes\"}"))));
        byte[] corrupt = good.clone();
        Arrays.fill(corrupt, 20, 40, (byte) 0xFF);
        byte[] wrongChecksum = good.clone();
        wrongChecksum[good.length - 6] ^= 1;
        byte[] notUtf8 = {'{', '"', (byte) 0xC3, '"', ':', '1', '}'};
        byte[] cutUtf8 = {'[', '"', (byte) 0xE2, (byte) 0x82};
        byte[] utf16 = {0, '[', 0, ']'};
        return List.of(
                arguments(utf8(batch(event(""))), "gzip", NOT_GZIP),
                arguments(utf8("x"), "gzip", NOT_GZIP),
                arguments(corrupt, "identity", NOT_GZIP),
                arguments(wrongChecksum, "identity", NOT_GZIP),
                arguments(Arrays.copyOf(good, good.length - 20), "identity", NOT_GZIP),
                arguments(Arrays.copyOf(good, 5), "identity", NOT_GZIP),
                arguments(notUtf8, "identity", NOT_UTF8),
                arguments(cutUtf8, "identity", NOT_UTF8),
                arguments(gzip(notUtf8), "gzip", NOT_UTF8),
                arguments(utf16, "identity", "failed to parse request: a NUL byte in the JSON text"));
    }

    @Test
    void refusesATimeOfSendingThatIsNoNumber() {
        HttpResponse<String> response = capture.send("/e/?_=yesterday", utf8(event("")));
        assertThat(response.body())
                .isEqualTo("failed to parse request: `sent_at` and `_` in the query are whole numbers of milliseconds");
        assertThatIsRefused(response, 400);
    }

    private void assertThatIsRefused(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
        assertThat(capture.ingestion().journal().end()).isEqualTo(1);
    }
}
