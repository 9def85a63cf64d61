package dev.tessera.server.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The requests of posthog-js 1.449, as spec/ingestion.md 0.1, 7 and 10 describe them, in their order. */
class SnippetHttpTest {
    private static final String PAGE = "https://shop.example";

    /** Distinct id and token are in the properties, what identify sets is beside them. */
    private static final String BATCH = "{\"api_key\":\"" + RunningServer.TOKEN + "\",\"batch\":["
            + "{\"event\":\"$pageview\",\"uuid\":\"0190c0de-0000-7000-8000-000000000001\",\"properties\":{\"token\":\""
            + RunningServer.TOKEN
            + "\",\"distinct_id\":\"anonymous\",\"$session_id\":\"s\",\"$process_person_profile\":false,"
            + "\"$lib\":\"web\",\"$current_url\":\"" + PAGE + "/\"}},"
            + "{\"event\":\"$identify\",\"uuid\":\"0190c0de-0000-7000-8000-000000000002\",\"properties\":{\"token\":\""
            + RunningServer.TOKEN + "\",\"distinct_id\":\"ada\",\"$anon_distinct_id\":\"anonymous\"},"
            + "\"$set\":{\"plan\":\"free\"},\"$set_once\":{}}],\"sent_at\":\"2026-03-01T10:00:00.000Z\"}";

    @TempDir
    private Path data;

    private RunningServer server;

    @BeforeEach
    void start() {
        server = RunningServer.on(data);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksForSettingsAndThenSendsPackedEvents() {
        Reply config = server.send("GET", "/array/" + RunningServer.TOKEN + "/config?ip=0&_=1&ver=1.449.2", "");
        assertThat(config.status()).isEqualTo(200);
        assertThat(config.at("hasFeatureFlags").asBoolean()).isFalse();
        assertThat(config.body()).as("what posthog-js loads a script for").doesNotContain("surveys");
        assertThat(config.at("supportedCompression").toString()).contains("gzip-js");

        Reply first = send("/e/?ip=0&_=1772359200000&ver=1.449.2&compression=gzip-js", gzip(BATCH), "text/plain");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.headers().firstValue("Access-Control-Allow-Origin")).contains(PAGE);
        Reply again = send(config.at("analytics/endpoint").asString(), gzip(BATCH), "text/plain");
        assertThat(again.status()).isEqualTo(200);
        assertThat(stored("$pageview")).isEqualTo(1);
        assertThat(stored("$identify")).isEqualTo(1);
    }

    @Test
    void sendsWhatIsLeftWhenThePageGoes() {
        String form = "data="
                + URLEncoder.encode(
                        Base64.getEncoder().encodeToString(BATCH.getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8);
        Reply beacon = send(
                "/e/?ip=0&beacon=1&compression=base64",
                form.getBytes(StandardCharsets.UTF_8),
                "application/x-www-form-urlencoded");
        assertThat(beacon.status()).isEqualTo(204);
        assertThat(beacon.body()).isEmpty();
        assertThat(stored("$pageview")).isEqualTo(1);
    }

    @Test
    void ingestion67UnderstandsEventsAsJsonWithoutSettings() {
        Reply reply = send(
                "/e/?ip=0&_=1772359200000&ver=1.449.2", BATCH.getBytes(StandardCharsets.UTF_8), "application/json");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(stored("$pageview")).isEqualTo(1);
    }

    @Test
    void ingestion67UnderstandsFlagsAsAFormWithoutSettings() {
        String body = "{\"token\":\"" + RunningServer.TOKEN + "\",\"distinct_id\":\"ada\",\"groups\":{}}";
        String form = "data="
                + URLEncoder.encode(
                        Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8);
        Reply flags = send(
                "/flags/?v=2&ip=0&compression=base64",
                form.getBytes(StandardCharsets.UTF_8),
                "application/x-www-form-urlencoded");
        assertThat(flags.status()).isEqualTo(200);
        assertThat(flags.at("flags").toString()).isEqualTo("{}");
        assertThat(send(
                                "/flags/?v=2",
                                body.replace(RunningServer.TOKEN, "phc_x").getBytes(StandardCharsets.UTF_8),
                                "text/plain")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void keepsThePagesOfOtherSitesAwayFromWhatNeedsASession() {
        for (String path : new String[] {"/api/users/@me/", "/api/login/", "/_preflight/"}) {
            Reply reply = server.send("GET", path, "", "Origin", PAGE);
            assertThat(reply.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Test
    void tellsPagesOfOtherSitesWhichPartsOfTheSdkAreNotHere() {
        for (String path : new String[] {"/static/1.449.2/recorder.js", "/static/recorder.js?v=1.449.2"}) {
            Reply reply = server.send("GET", path, "", "Origin", PAGE);
            assertThat(reply.status()).as(path).isEqualTo(404);
            assertThat(reply.body()).contains("browser SDK");
            assertThat(reply.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(PAGE);
        }
    }

    private Reply send(String path, byte[] body, String type) {
        return server.send(HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", type)
                .header("Origin", PAGE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    private int stored(String event) {
        Reply answer = server.post(
                "/api/projects/@current/query/",
                "{\"refresh\":\"force_blocking\",\"query\":{\"kind\":\"TrendsQuery\",\"dateRange\":{\"date_from\":\"-1h\"},"
                        + "\"trendsFilter\":{\"display\":\"BoldNumber\"},\"series\":[{\"kind\":\"EventsNode\",\"event\":\""
                        + event + "\"}]}}");
        assertThat(answer.status()).isEqualTo(200);
        return answer.at("results/0/aggregated_value").asInt();
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }
}
