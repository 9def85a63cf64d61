package dev.tessera.app.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.http.TestHttp;
import dev.tessera.kernel.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Flags, of which there are none (spec/ingestion.md 7.1, 7.2). */
class FlagsRoutesTest {
    private static final String BODY = "{\"token\":\"phc_test\",\"distinct_id\":\"u\",\"person_properties\":{}}";

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
    void answersInTheNewForm() {
        JsonNode flags = ask("/flags/?v=2&ip=0&_=1700000000000", BODY);
        assertThat(flags.propertyNames())
                .containsExactly("flags", "errorsWhileComputingFlags", "requestId", "evaluatedAt");
        assertThat(flags.path("flags").toString()).isEqualTo("{}");
        assertThat(flags.path("errorsWhileComputingFlags").asBoolean()).isFalse();
        assertThat(flags.path("evaluatedAt").asLong()).isEqualTo(1_714_978_800_000L);
        assertThat(flags.path("requestId").asString()).hasSize(36);
    }

    @Test
    void answersWithSettingsWhereTheyAreWanted() {
        for (String query : new String[] {"", "?v=2&config=true"}) {
            JsonNode both = ask("/flags" + query, BODY);
            assertThat(both.has("flags")).isTrue();
            assertThat(both.path("analytics").path("endpoint").asString()).isEqualTo("/i/v0/e/");
        }
        assertThat(ask("/flags/?v=2&config=false", BODY).has("analytics")).isFalse();
    }

    @Test
    void answersInTheOldForm() {
        JsonNode flags = ask("/flags/?v=1", BODY);
        assertThat(flags.path("featureFlags").toString()).isEqualTo("{}");
        assertThat(flags.path("featureFlagPayloads").toString()).isEqualTo("{}");
        assertThat(flags.has("flags")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'',featureFlags,[]",
        "?v=1,featureFlags,[]",
        "?v=2,featureFlags,{}",
        "?v=3,featureFlagPayloads,{}",
        "?v=4,flags,{}"
    })
    void answersOldSdksInTheFormOfTheirTime(String query, String key, String value) {
        JsonNode decided = ask("/decide/" + query, BODY);
        assertThat(decided.path(key).toString()).isEqualTo(value);
        assertThat(decided.path("supportedCompression").size()).isEqualTo(2);
    }

    @Test
    void understandsEveryPacking() throws IOException {
        String form = "data=" + Base64.getEncoder().encodeToString(BODY.getBytes(StandardCharsets.UTF_8));
        assertThat(send(HttpRequest.BodyPublishers.ofString(form), "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(200);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(BODY.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(send(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray()), "text/plain")
                        .statusCode())
                .isEqualTo(200);
        assertThat(http.send("POST", "/flags/?v=2", BODY.replace("token", "api_key"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | 400 | failed to parse request",
                "{'token':'phc_test'} | 400 | missing",
                "{'token':'phc_test','distinct_id':null} | 400 | missing",
                "{'token':'phc_test','distinct_id':' '} | 400 | empty",
                "{'distinct_id':'u'} | 401 | no token",
                "{'token':5,'distinct_id':'u'} | 401 | no token",
                "{'token':'phc_other','distinct_id':'u'} | 401 | project API key",
                "[] | 401 | no token"
            })
    void saysInPlainTextWhatIsWrong(String body, int status, String text) {
        HttpResponse<String> response =
                http.send("POST", "/flags/?v=2", body.replace('\'', '"'), "Origin", "https://x.test");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(text);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("text/plain"));
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("https://x.test");
    }

    @Test
    void refusesWhatNoPersonHas() {
        String body = BODY.replace("{}", "{\"a\":\"" + "x".repeat(1 << 20) + "\"}");
        assertThat(http.send("POST", "/flags/", body).statusCode()).isEqualTo(413);
    }

    @Test
    void answersWhoOnlyLooks() {
        assertThat(http.get("/flags/").body()).startsWith("{\"flags\":{}");
        assertThat(send("HEAD", "/flags/").statusCode()).isEqualTo(200);
        HttpResponse<String> options = send("OPTIONS", "/flags");
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow")).contains("GET, POST, OPTIONS, HEAD");
        assertThat(send("PUT", "/flags/").statusCode()).isEqualTo(405);
    }

    private HttpResponse<String> send(String method, String path) {
        return http.send(method, path, HttpRequest.BodyPublishers.noBody());
    }

    private HttpResponse<String> send(HttpRequest.BodyPublisher body, String type) {
        return http.send("POST", "/flags/?v=2", body, "Content-Type", type);
    }

    private JsonNode ask(String path, String body) {
        HttpResponse<String> response = http.send("POST", path, body);
        assertThat(response.statusCode()).isEqualTo(200);
        return Json.parse(response.body());
    }
}
