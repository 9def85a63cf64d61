package dev.tessera.app.capture;

import static dev.tessera.app.capture.TestCapture.event;
import static dev.tessera.app.capture.TestCapture.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Where events come from; the number is that of spec/ingestion.md 13. */
class ClientAddressesTest {
    private static final String PROXIES = "203.0.113.9, 10.0.0.1";

    @TempDir
    Path directory;

    private TestCapture capture;

    @BeforeEach
    void start() {
        capture = new TestCapture(directory.resolve("forwarded"), ClientAddresses.FORWARDED);
    }

    @AfterEach
    void stop() {
        capture.close();
    }

    @Test
    void behaviour64theFirstAddressThatProxiesNameIsKept() {
        assertThat(ip(event(""), PROXIES).asString()).isEqualTo("203.0.113.9");
        assertThat(ip(event(",\"properties\":{\"$ip\":\"198.51.100.7\"}"), PROXIES)
                        .asString())
                .isEqualTo("198.51.100.7");
    }

    @Test
    void behaviour64noAddressIsKeptWhereTheyAreRemoved() {
        startAnew(ClientAddresses.REMOVED);
        assertThat(ip(event(""), PROXIES).isMissingNode()).isTrue();
        assertThat(ip(event(",\"properties\":{\"$ip\":\"198.51.100.7\"}"), PROXIES)
                        .isMissingNode())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9:4711, 203.0.113.9",
        "[2001:db8::1]:443, 2001:db8::1",
        "[2001:db8::1], 2001:db8::1",
        "2001:db8::1, 2001:db8::1",
        "unknown, 127.0.0.1",
        "'', 127.0.0.1",
        "shop.example:80, 127.0.0.1"
    })
    void readsWhatProxiesWrite(String header, String address) {
        assertThat(ip(event(""), header).asString()).isEqualTo(address);
    }

    @Test
    void takesWhatAProgramOfTheSenderMakesForInternal() {
        assertThat(ip(event(",\"properties\":{\"capture_internal\":false}"), PROXIES)
                        .asString())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void believesNoProxyWhereTheConnectionCounts() {
        startAnew(ClientAddresses.CONNECTION);
        assertThat(ip(event(""), PROXIES).asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void changesNothingUnlessItIsTold() {
        startAnew(ClientAddresses.AS_SENT);
        assertThat(ip(event(""), PROXIES).isMissingNode()).isTrue();
        assertThat(ip(event(",\"properties\":{\"$ip\":\"198.51.100.7\"}"), PROXIES)
                        .asString())
                .isEqualTo("198.51.100.7");
    }

    private void startAnew(ClientAddresses addresses) {
        capture.close();
        capture = new TestCapture(directory.resolve("again"), addresses);
    }

    private JsonNode ip(String body, String forwardedFor) {
        assertThat(capture.send("/e/", utf8(body), "X-Forwarded-For", forwardedFor)
                        .statusCode())
                .isEqualTo(200);
        return Json.parse(capture.ingestion().journaled().getLast().properties())
                .path("$ip");
    }
}
