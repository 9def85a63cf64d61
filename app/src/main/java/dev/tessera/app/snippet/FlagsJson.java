package dev.tessera.app.snippet;

import dev.tessera.kernel.json.Json;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** No flags, in the forms that SDKs of different ages understand (spec/ingestion.md 7.1, 7.2). */
final class FlagsJson {
    private FlagsJson() {}

    /** The form with details of each flag. */
    static ObjectNode detailed(UUID request, Instant now) {
        ObjectNode json = Json.object();
        json.putObject("flags");
        return json.put("errorsWhileComputingFlags", false)
                .put("requestId", request.toString())
                .put("evaluatedAt", now.toEpochMilli());
    }

    /** The form with values and payloads apart. */
    static ObjectNode values(UUID request) {
        ObjectNode json = Json.object();
        json.putObject("featureFlags");
        json.putObject("featureFlagPayloads");
        return json.put("errorsWhileComputingFlags", false).put("requestId", request.toString());
    }

    /** The form that only lists what is on. */
    static ObjectNode enabled() {
        ObjectNode json = Json.object();
        json.putArray("featureFlags");
        return json;
    }

    /** The form that only has the values of what is on. */
    static ObjectNode enabledValues() {
        ObjectNode json = Json.object();
        json.putObject("featureFlags");
        return json;
    }
}
