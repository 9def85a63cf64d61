package dev.tessera.server.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.server.PressedServerTest;
import dev.tessera.server.RunningServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/**
 * What anybody who knows a project token can do to a server that has the heap that it is shipped with: a heap that is full
 * would end it.
 */
class HostileRequestsTest extends PressedServerTest {
    private static final int MIB = 1 << 20;
    private static final int ROUNDS = 6;
    private static final String START = "{\"api_key\":\"" + RunningServer.TOKEN + "\",\"batch\":[";

    @Test
    void livesThroughManyEventsOfManyValues() throws Exception {
        assertThat(server.statuses(
                        ROUNDS,
                        List.of(
                                gzip("/e/", START + event(values("{},", MIB / 3 - 100)) + "]}"),
                                gzip("/e/", START + event(values("{},", 100_000)) + "]}"),
                                gzip("/e/", START + event(values("{\"a\":{}},", 50_000)) + "]}"),
                                gzip("/flags/", flags(values("{},", MIB / 3 - 100))),
                                gzip("/flags/", flags(values("\"a\",", MIB / 4 - 100))))))
                .contains(413, 503)
                .isSubsetOf(200, 413, 503);
        assertLives();
    }

    @Test
    void livesThroughManyLargeRequests() throws Exception {
        assertThat(server.statuses(
                        ROUNDS,
                        List.of(
                                gzip(
                                        "/batch/",
                                        START + events(19, "{\"a\":\"ж" + "x".repeat(MIB - 200) + "\"}") + "]}"),
                                gzip(
                                        "/batch/",
                                        START + "{\"event\":\"e\",\"distinct_id\":1},".repeat(19 * MIB / 30)
                                                + event("{}") + "]}"),
                                gzip("/batch/", START + events(190, values("{\"a\":{}},", 11_000)) + "]}"),
                                gzip("/batch/", "{\"api_key\":\"" + "x".repeat(19 * MIB) + "\",\"batch\":[]}"),
                                gzip("/batch/", "{\"a\":" + "9".repeat(19 * MIB) + "}"),
                                request(
                                        "/e/",
                                        utf8("data=" + "%D0%B6".repeat(2 * MIB)),
                                        "application/x-www-form-urlencoded"),
                                request("/e/", utf8("QUJD".repeat(4 * MIB)), "text/plain"))))
                .contains(503)
                .isSubsetOf(200, 400, 413, 503);
        assertLives();
    }

    /** A parser that kept the names that it met, to find them faster, would keep these for good. */
    @Test
    void keepsNoNamesThatItMet() throws Exception {
        int number = 0;
        for (int request = 0; request < 5; request++) {
            StringBuilder events = new StringBuilder();
            for (int event = 0; event < 18; event++) {
                StringBuilder properties = new StringBuilder("{");
                for (int name = 0; name < 20; name++) {
                    properties
                            .append('"')
                            .append(number++)
                            .append("x".repeat(49_900))
                            .append("\":1,");
                }
                events.append(event(properties.append("\"a\":1}").toString())).append(',');
            }
            send(gzip("/batch/", START + events + event("{}") + "]}"), 200);
        }
        assertLives();
    }

    private void assertLives() throws Exception {
        send(gzip("/batch/", START + event("{}") + "]}"), 200);
    }

    /** Sends {@code request}, again for as long as that is what the server asks for. */
    private void send(HttpRequest request, int expected) throws Exception {
        HttpResponse<String> answer = server.send(request);
        while (answer.statusCode() == 503) {
            Thread.sleep(
                    1_000 * answer.headers().firstValueAsLong("Retry-After").orElseThrow());
            answer = server.send(request);
        }
        assertThat(answer.statusCode()).isEqualTo(expected);
    }

    private HttpRequest gzip(String path, String json) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(utf8(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return request(path, packed.toByteArray(), "application/json");
    }

    private HttpRequest request(String path, byte[] body, String type) {
        return server.request(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String flags(String properties) {
        return "{\"token\":\"" + RunningServer.TOKEN + "\",\"distinct_id\":\"u\",\"person_properties\":" + properties
                + "}";
    }

    private static String events(int count, String properties) {
        return (event(properties) + ",").repeat(count - 1) + event(properties);
    }

    private static String event(String properties) {
        return "{\"event\":\"e\",\"distinct_id\":\"u\",\"properties\":" + properties + "}";
    }

    private static String values(String value, int count) {
        return "{\"a\":[" + value.repeat(count) + "1]}";
    }
}
