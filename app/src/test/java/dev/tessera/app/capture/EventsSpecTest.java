package dev.tessera.app.capture;

import static dev.tessera.app.capture.TestCapture.batch;
import static dev.tessera.app.capture.TestCapture.event;
import static dev.tessera.app.capture.TestCapture.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.ingestion.CapturedEvent;
import dev.tessera.app.ingestion.TestIngestion;
import dev.tessera.app.persons.DistinctId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What capture makes of events and tokens, over HTTP; the numbers are those of spec/ingestion.md 13. */
class EventsSpecTest extends CaptureTest {
    @Test
    void behaviour4aBodyThatIsCalledGzipAndIsNotIsRefused() {
        HttpResponse<String> response = capture.send("/batch/", utf8(batch(event(""))), "Content-Encoding", "gzip");
        assertRefused(response, 400, "failed to decode request: invalid GZIP data");
    }

    @Test
    void behaviour12eventsOfTwoProjectsInOneListAreRefused() {
        String other = event("").replace(TestCapture.TOKEN, "phc_other");
        assertRefused(
                capture.send("[" + event("") + "," + other + "]"),
                401,
                "batch submitted with inconsistent api_key values");
    }

    @Test
    void behaviour13anEventWithoutATokenIsRefused() {
        assertRefused(
                capture.send("{\"event\":\"a\",\"distinct_id\":\"u\"}"), 401, "event submitted without an api_key");
    }

    @ParameterizedTest
    @CsvSource({"phx_abc,personal_api_key", "' ',empty", "phc_ö,not_ascii", "phc_\\u0000,null_byte"})
    void behaviour14aTokenThatCannotBeOneIsRefused(String token, String why) {
        assertRefused(capture.send(withToken(token)), 401, "API key is not valid: " + why);
    }

    @Test
    void behaviour15aTokenOfMoreThan64BytesIsRefused() {
        assertRefused(capture.send(withToken("x".repeat(65))), 401, "API key is not valid: too_long");
        assertRefused(capture.send(withToken("x".repeat(64))), 401, CaptureException.UNKNOWN_TOKEN);
    }

    @Test
    void behaviour16anEmptyBatchIsRefused() {
        assertRefused(capture.send(batch()), 400, "request holds no event");
    }

    @Test
    void behaviour17aBatchNeedsATokenOfItsOwn() {
        assertRefused(
                capture.send("{\"batch\":[" + event("") + "]}"),
                400,
                "failed to parse request: an object with `batch` needs `api_key`");
    }

    @Test
    void behaviour18nothingOfARequestWithABadEventIsStored() {
        assertRefused(
                capture.send(batch(event(""), "{\"event\":\"e\"}", event(""))),
                400,
                "event submitted without a distinct_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"  \"", "null", "\"\\t\\n\""})
    void behaviour19aBlankDistinctIdIsNone(String json) {
        assertRefused(capture.send(withDistinctId(json)), 400, "event submitted without a distinct_id");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {"23;23", "[\"a\", \"b\"];[\"a\",\"b\"]", "true;true"})
    void behaviour19aDistinctIdThatIsNoTextIsStoredAsJson(String json, String stored) {
        assertThat(storedOf(withDistinctId(json)).distinctId()).isEqualTo(stored);
    }

    @Test
    void behaviour20theDistinctIdIsTakenFromTheTopThenFromTheProperties() {
        String properties = ",\"token\":\"phc_test\",\"properties\":{\"distinct_id\":\"p\"}}";
        assertThat(storedOf("{\"event\":\"e\"" + properties).distinctId()).isEqualTo("p");
        assertThat(storedOf("{\"event\":\"e\",\"distinct_id\":\"t\"" + properties)
                        .distinctId())
                .isEqualTo("t");
    }

    @Test
    void behaviour21aDistinctIdIsCutAt200Characters() {
        assertThat(storedOf(withDistinctId("\"" + "x".repeat(250) + "\"")).distinctId())
                .isEqualTo("x".repeat(200));
        assertThat(storedOf(withDistinctId("\"" + "€".repeat(150) + "\"")).distinctId())
                .isEqualTo("€".repeat(150));
    }

    @Test
    void behaviour22nulInADistinctIdIsReplaced() {
        assertThat(storedOf(withDistinctId("\"a\\u0000b\"")).distinctId()).isEqualTo("a\uFFFDb");
    }

    @Test
    void behaviour23anEventNameIsCutAt200Characters() {
        assertThat(storedOf(event("").replace("\"e\"", "\"" + "n".repeat(250) + "\""))
                        .event())
                .isEqualTo("n".repeat(200));
    }

    @Test
    void behaviour24anEventNeedsAName() {
        assertRefused(
                capture.send(event("").replace("\"e\"", "\"\"")), 400, "event submitted with an empty event name");
    }

    @Test
    void behaviour25aUuidIsMadeWhereThereIsNoneAndMustOtherwiseBeOne() {
        assertThat(storedOf(event(",\"uuid\":\"\"")).uuid().version()).isEqualTo(7);
        assertThat(storedOf(event(",\"uuid\":null")).uuid().version()).isEqualTo(7);
        String own = "0190c0de-0000-4000-8000-00000000000a";
        assertThat(storedOf(event(",\"uuid\":\"" + own + "\"")).uuid()).isEqualTo(UUID.fromString(own));
        HttpResponse<String> refused = capture.send(event(",\"uuid\":\"nope\""));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).isEqualTo("failed to parse request: `uuid` is not a UUID");
        assertThat(journaled()).hasSize(3);
    }

    @Test
    void behaviour26malformedJsonIsRefusedInPlainText() {
        HttpResponse<String> response = capture.send("{\"a\":");
        assertThat(response.body()).startsWith("failed to parse request:");
        assertRefused(response, 400, response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engage", "/engage/"})
    void behaviour29aPersonUpdateWithoutANameIsAnIdentify(String path) {
        String update = "{\"token\":\"phc_test\",\"distinct_id\":\"u\",\"$set\":{\"a\":1}}";
        assertThat(capture.send(path, utf8(update)).statusCode()).isEqualTo(200);
        assertThat(journaled()).extracting(CapturedEvent::event).containsExactly("$identify");
        capture.ingestion().settle();
        assertThat(capture.ingestion().persons().all())
                .hasEntrySatisfying(
                        new DistinctId(TestIngestion.PROJECT, "u"),
                        person -> assertThat(person.properties()).contains("\"a\":1"));
    }

    @Test
    void behaviour29aPersonUpdateNeedsANameElsewhere() {
        String update = "{\"token\":\"phc_test\",\"distinct_id\":\"u\",\"$set\":{\"a\":1}}";
        String text = "failed to parse request: every event needs a text `event`";
        assertRefused(capture.send("/e/", utf8(update)), 400, text);
        assertRefused(capture.send("/engage/", utf8("[" + update + "]")), 400, text);
    }

    @Test
    void behaviour40theSameEventSentTwiceIsStoredOnce() {
        String event = event(",\"uuid\":\"0190c0de-0000-7000-8000-00000000000a\"");
        assertThat(capture.send(event).statusCode()).isEqualTo(200);
        assertThat(capture.send(batch(event)).statusCode()).isEqualTo(200);
        capture.ingestion().settle();
        assertThat(capture.ingestion().stopAndReadEvents()).hasSize(1);
        capture.ingestion().startAgain();
    }

    private void assertRefused(HttpResponse<String> response, int status, String text) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(text);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
        assertThat(journaled()).isEmpty();
    }

    private CapturedEvent storedOf(String body) {
        assertThat(capture.send(body).statusCode()).isEqualTo(200);
        return journaled().getLast();
    }

    private List<CapturedEvent> journaled() {
        return capture.ingestion().journaled();
    }

    private static String withToken(String token) {
        return "{\"api_key\":\"" + token + "\",\"batch\":[" + event("") + "]}";
    }

    private static String withDistinctId(String json) {
        return "{\"event\":\"e\",\"distinct_id\":" + json + ",\"token\":\"phc_test\"}";
    }
}
