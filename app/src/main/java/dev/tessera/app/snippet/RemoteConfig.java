package dev.tessera.app.snippet;

import dev.tessera.kernel.json.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What SDKs are told to do (spec/ingestion.md 7.4): pack what they send, and leave alone all that is not stored here.
 *
 * <p>It has no {@code surveys}: that is as good as {@code false}, but at any value posthog-js loads 148 kB of script into
 * the page before it reads it.
 */
final class RemoteConfig {
    private static final List<String> OFF = List.of(
            "hasFeatureFlags",
            "sessionRecording",
            "heatmaps",
            "productTours",
            "capturePerformance",
            "captureDeadClicks",
            "autocaptureExceptions",
            "autocapture_opt_out");

    private RemoteConfig() {}

    static ObjectNode of(String token) {
        ObjectNode json = Json.object().put("token", token);
        json.putArray("supportedCompression").add("gzip").add("gzip-js");
        json.putObject("analytics").put("endpoint", "/i/v0/e/");
        json.put("elementsChainAsString", true).put("defaultIdentifiedOnly", true);
        OFF.forEach(it -> json.put(it, false));
        json.putArray("siteApps");
        return json;
    }
}
