package dev.tessera.app.capture;

import static dev.tessera.app.capture.TestCapture.batch;
import static dev.tessera.app.capture.TestCapture.event;
import static dev.tessera.app.capture.TestCapture.gzip;
import static dev.tessera.app.capture.TestCapture.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.ingestion.CapturedEvent;
import dev.tessera.events.StoredEvent;
import dev.tessera.kernel.json.Json;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What capture accepts (spec/ingestion.md 13). */
class CaptureRoutesTest extends CaptureTest {
    private static final String UUID_TEXT = "0190c0de-0000-7000-8000-00000000000a";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/batch",
                "/batch/",
                "/e",
                "/e/",
                "/i/v0/e",
                "/i/v0/e/",
                "/capture",
                "/capture/",
                "/track",
                "/track/",
                "/engage",
                "/engage/"
            })
    void behaviour1and2anEventIsStoredUnderEveryPathWithAndWithoutSlash(String path) {
        HttpResponse<String> response = capture.send(path, utf8(batch(event(""))));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"status\":\"Ok\"}");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(journaled()).hasSize(1);
    }

    @Test
    void whatItAcknowledgedGetsIntoTheStores() {
        capture.send(batch(event(",\"uuid\":\"" + UUID_TEXT + "\",\"properties\":{\"price\":1.50,\"ö\":\"💡\"}")));
        capture.ingestion().settle();
        assertThat(capture.ingestion().stopAndReadEvents()).singleElement().satisfies(stored -> {
            assertThat(stored.uuid()).isEqualTo(UUID.fromString(UUID_TEXT));
            assertThat(stored.event()).isEqualTo("e");
            assertThat(stored.distinctId()).isEqualTo("u");
            assertThat(Json.parse(stored.properties())).isEqualTo(Json.parse("{\"price\":1.5,\"ö\":\"💡\"}"));
            assertThat(stored.receivedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        });
        capture.ingestion().startAgain();
    }

    @Test
    void behaviour3aBodyThatLooksGzippedIsUnpackedWhateverItsType() {
        HttpResponse<String> response = capture.send("/e/", gzip(utf8(batch(event("")))), "Content-Type", "text/plain");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(journaled()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/batch/?compression=gzip", "/e/?compression=GZIP-js&ver=1.2&ip=0&_=1772359200000"})
    void unpacksABodyThatTheQueryCallsGzipped(String path) {
        assertThat(capture.send(path, gzip(utf8(batch(event("")))), "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(200);
        assertThat(journaled()).hasSize(1);
    }

    @Test
    void unpacksABodyThatTheHeaderCallsGzipped() {
        assertThat(capture.send("/batch", gzip(utf8(batch(event("")))), "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(200);
        assertThat(journaled()).hasSize(1);
    }

    @Test
    void unpacksABodyOfSeveralGzipParts() {
        String json = batch(event(""));
        byte[] first = gzip(utf8(json.substring(0, 20)));
        byte[] second = gzip(utf8(json.substring(20)));
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        assertThat(capture.send("/batch/", both).statusCode()).isEqualTo(200);
        assertThat(journaled()).hasSize(1);
    }

    @Test
    void behaviour5aCompressionThatIsUnknownIsIgnored() {
        assertThat(capture.send("/e/?compression=bogus", utf8(event(""))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void behaviour11aListOfEventsWithTheirOwnTokensIsStored() {
        assertThat(capture.send("[" + event(",\"uuid\":\"\"") + "," + event("") + "]")
                        .statusCode())
                .isEqualTo(200);
        assertThat(journaled()).hasSize(2).extracting(CapturedEvent::uuid).doesNotHaveDuplicates();
    }

    @Test
    void takesASingleEventWithItsTokenInItsProperties() {
        assertThat(capture.send("{\"event\":\"e\",\"distinct_id\":\"u\",\"properties\":{\"token\":\"phc_test\"}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(journaled()).hasSize(1);
    }

    @Test
    void behaviour15aTokenMayHaveBlanksAroundIt() {
        assertThat(capture.send("{\"api_key\":\"  phc_test\\n\",\"batch\":[" + event("") + "]}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void letsTheTokenOfTheEnvelopeGoBeforeThoseOfTheEvents() {
        String events = event("") + ",{\"event\":\"e\",\"distinct_id\":\"u\",\"token\":\"phc_elsewhere\"}";
        assertThat(capture.send("{\"batch\":[" + events + "],\"token\":\"phc_other\"}")
                        .statusCode())
                .isEqualTo(200);
        capture.ingestion().settle();
        assertThat(capture.ingestion().stopAndReadEvents())
                .hasSize(2)
                .extracting(StoredEvent::project)
                .containsOnly(TestCapture.OTHER_PROJECT);
        capture.ingestion().startAgain();
    }

    @Test
    void behaviour27nothingIsStoredOfPerformanceEventsAndClientWarnings() {
        assertThat(capture.send("{\"api_key\":\"phc_test\",\"batch\":[{\"event\":\"$performance_event\"},"
                                + "{\"event\":\"$$client_ingestion_warning\"}]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(capture.ingestion().journal().end()).isEqualTo(1);
    }

    @Test
    void behaviour28aBeaconIsAnsweredWithoutABody() {
        HttpResponse<String> beacon = capture.send("/e/?beacon=1", utf8(event("")));
        assertThat(beacon.statusCode()).isEqualTo(204);
        assertThat(beacon.body()).isEmpty();
        assertThat(capture.send("/e/?beacon=2", utf8(event(""))).statusCode()).isEqualTo(200);
        assertThat(journaled()).hasSize(2);
    }

    @Test
    void behaviour39theTimeOfSendingIsTakenFromTheQueryInMilliseconds() {
        String events = "[" + event(",\"timestamp\":\"2026-03-01T09:59:55Z\"") + "]";
        capture.send("/e/?_=1772359205000", utf8(events));
        capture.send("/e/?sent_at=1772359205000", utf8(events));
        capture.send("/e/?_=1772359205", utf8(events));
        assertThat(journaled())
                .extracting(it -> it.timestamp().toString())
                .containsExactly("2026-03-01T09:59:50Z", "2026-03-01T09:59:50Z", "2026-03-01T09:59:55Z");
    }

    @Test
    void letsTheTimeOfSendingInTheEnvelopeGoBeforeTheQuery() {
        String body = "{\"api_key\":\"phc_test\",\"batch\":[" + event(",\"timestamp\":\"2026-03-01T09:59:55Z\"")
                + "],\"sent_at\":\"2026-03-01T10:00:10Z\"}";
        capture.send("/e/?_=1772359205000", utf8(body));
        assertThat(journaled()).extracting(it -> it.timestamp().toString()).containsExactly("2026-03-01T09:59:45Z");
    }

    private List<CapturedEvent> journaled() {
        return capture.ingestion().journaled();
    }
}
