package dev.tessera.app.snippet;

import dev.tessera.app.capture.CaptureException;
import dev.tessera.app.capture.PayloadReader;
import dev.tessera.app.http.BodyBudget;
import dev.tessera.app.http.JsonErrors;
import dev.tessera.app.http.Request;
import dev.tessera.kernel.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads who asks for flags, and of which project. */
final class FlagsRequest {
    /** More than properties of a person can be. */
    private static final int MAX_BODY = 1 << 20;

    private FlagsRequest() {}

    /**
     * The token in {@code request}.
     *
     * @throws CaptureException when it cannot be read, or is about nobody
     */
    static String token(Request request, BodyBudget budget) {
        try (BodyBudget.Share share = budget.open()) {
            JsonNode body = body(PayloadReader.read(request, share));
            JsonNode token = body.has("token") ? body.path("token") : body.path("api_key");
            if (!token.isString() || token.stringValue().isBlank()) {
                throw CaptureException.badToken(
                        "the request has no token: send the project API key as `token` or `api_key`");
            }
            requireSomebody(body.path("distinct_id"));
            return token.stringValue().strip();
        }
    }

    private static JsonNode body(byte[] payload) {
        if (payload.length > MAX_BODY) {
            throw CaptureException.tooLarge("the request is larger than 1 MiB");
        }
        try {
            return Json.parse(payload);
        } catch (JacksonException e) {
            throw CaptureException.badRequest("failed to parse request: " + JsonErrors.sentence(e));
        }
    }

    private static void requireSomebody(JsonNode distinctId) {
        if (distinctId.isMissingNode() || distinctId.isNull()) {
            throw CaptureException.badRequest("the request has no `distinct_id`, which is missing");
        }
        if (distinctId.asString("x").isBlank()) {
            throw CaptureException.badRequest("the request's `distinct_id` is empty");
        }
    }
}
