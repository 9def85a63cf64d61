package dev.tessera.app.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.http.TestHttp;
import dev.tessera.kernel.json.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The settings of SDKs (spec/ingestion.md 7.4). */
class RemoteConfigRoutesTest {
    private static final String CONFIG = "{\"token\":\"phc_test\",\"supportedCompression\":[\"gzip\",\"gzip-js\"],"
            + "\"analytics\":{\"endpoint\":\"/i/v0/e/\"},\"elementsChainAsString\":true,\"defaultIdentifiedOnly\":true,"
            + "\"hasFeatureFlags\":false,\"sessionRecording\":false,\"heatmaps\":false,"
            + "\"productTours\":false,\"capturePerformance\":false,\"captureDeadClicks\":false,"
            + "\"autocaptureExceptions\":false,\"autocapture_opt_out\":false,\"siteApps\":[]}";

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
    void tellsSdksToPackAndToLeaveOutWhatIsNotStored() {
        for (String path : List.of("/array/phc_test/config", "/array/phc_test/config/?ip=0&_=1")) {
            HttpResponse<String> response = http.get(path, "Origin", "https://x.test");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo(CONFIG);
            assertThat(header(response, "Cache-Control")).isEqualTo("public, max-age=300");
            assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("https://x.test");
        }
    }

    @Test
    void leavesTheSettingsWhereTheSdkLooks() {
        HttpResponse<String> response = http.get("/array/phc_test/config.js");
        assertThat(header(response, "Content-Type")).startsWith("text/javascript");
        assertThat(response.body())
                .isEqualTo("(window._POSTHOG_REMOTE_CONFIG = window._POSTHOG_REMOTE_CONFIG || {})[\"phc_test\"] ="
                        + " {\"config\":" + CONFIG + ",\"siteApps\":[]};\n");
    }

    @Test
    void knowsNothingOfATokenThatNobodyHas() {
        for (String path : List.of("/array/phc_other/config", "/array/phc_other/config.js", "/array/%22/config.js")) {
            HttpResponse<String> response = http.get(path, "Origin", "https://x.test");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).contains("project API key").doesNotContain("\"");
            assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("https://x.test");
        }
    }

    @Test
    void isForPagesOfAllSites() {
        HttpResponse<String> preflight = http.send(
                "OPTIONS",
                "/array/phc_test/config",
                HttpRequest.BodyPublishers.noBody(),
                "Origin",
                "https://x.test",
                "Access-Control-Request-Method",
                "GET");
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo("https://x.test");
    }

    @Test
    void hasNothingOfOtherProducts() {
        assertThat(http.get("/api/surveys/?token=phc_test").body()).isEqualTo("{\"surveys\":[]}");
        assertThat(http.get("/api/early_access_features/?token=phc_test").body())
                .isEqualTo("{\"earlyAccessFeatures\":[]}");
        assertThat(http.get("/api/web_experiments/?token=phc_test").body()).isEqualTo("{\"experiments\":[]}");
        assertThat(Json.parse(http.get("/api/product_tours/?token=phc_test").body())
                        .propertyNames())
                .containsExactly("product_tours");
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
