package dev.tessera.app.snippet;

import dev.tessera.app.capture.CaptureException;
import dev.tessera.app.capture.CaptureMemory;
import dev.tessera.app.capture.PayloadReader;
import dev.tessera.app.http.BodyBudget;
import dev.tessera.app.http.JsonErrors;
import dev.tessera.app.http.Pieces;
import dev.tessera.app.http.Request;
import dev.tessera.kernel.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads who asks for flags, and of which project; of the rest of the body it makes nothing. */
final class FlagsRequest {
    /** More than properties of a person can be. */
    private static final int MAX_BODY = 1 << 20;

    /** The body, and one text that is all of it while it is read, with two bytes for a character. */
    private static final int COPIES = 6;

    private @Nullable String token;
    private boolean hasToken;
    private @Nullable String apiKey;
    private boolean hasSomebody;
    private boolean isBlank;

    private FlagsRequest() {}

    /**
     * The token in {@code request}.
     *
     * @throws CaptureException when it cannot be read, or is about nobody
     */
    static String token(Request request, BodyBudget budget) {
        try (CaptureMemory memory = CaptureMemory.of(budget)) {
            Pieces body = PayloadReader.read(request, memory);
            if (body.size() > MAX_BODY) {
                throw CaptureException.tooLarge("the request is larger than 1 MiB");
            }
            memory.hold((long) COPIES * body.size());
            FlagsRequest read = new FlagsRequest();
            try (JsonParser parser = Json.MAPPER.createParser(body.again())) {
                read.readAll(parser);
            }
            return read.token();
        } catch (JacksonException e) {
            throw CaptureException.badRequest("failed to parse request: " + JsonErrors.sentence(e));
        }
    }

    private void readAll(JsonParser parser) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw CaptureException.badRequest("failed to parse request: No JSON value, but the end of the text");
        }
        if (first == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                readField(name, parser);
                parser.skipChildren();
            }
        }
        parser.skipChildren();
        if (parser.nextToken() != null) {
            throw CaptureException.badRequest("failed to parse request: text after the end of the JSON value");
        }
    }

    private void readField(String name, JsonParser parser) {
        switch (name) {
            case "token" -> {
                hasToken = true;
                token = text(parser);
            }
            case "api_key" -> apiKey = text(parser);
            case "distinct_id" -> {
                hasSomebody = parser.currentToken() != JsonToken.VALUE_NULL;
                String text = text(parser);
                isBlank = text != null && text.isBlank();
            }
            default -> {}
        }
    }

    private static @Nullable String text(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : null;
    }

    private String token() {
        String found = hasToken ? token : apiKey;
        if (found == null || found.isBlank()) {
            throw CaptureException.badToken(
                    "the request has no token: send the project API key as `token` or `api_key`");
        }
        if (!hasSomebody) {
            throw CaptureException.badRequest("the request has no `distinct_id`, which is missing");
        }
        if (isBlank) {
            throw CaptureException.badRequest("the request's `distinct_id` is empty");
        }
        return found.strip();
    }
}
