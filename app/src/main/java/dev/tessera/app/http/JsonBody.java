package dev.tessera.app.http;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/**
 * Reads JSON bodies. The values in it are counted before a tree is made of them: a tree can take fifty times the memory of
 * its text.
 */
final class JsonBody {
    /** No field of the API takes a text that is nearly as long. */
    static final int MAX_TEXT = 2 << 20;

    private static final JsonFactory COUNTING = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(Json.MAPPER
                    .tokenStreamFactory()
                    .streamReadConstraints()
                    .rebuild()
                    .maxStringLength(MAX_TEXT)
                    .build())
            .build();

    private JsonBody() {}

    /**
     * The value that {@code body} holds, which was read and is not empty.
     *
     * @throws ProblemException when it is not one JSON value, or there is no memory for it
     */
    static JsonNode parse(ApiBody body) {
        try {
            body.reserveFor(tokens(body.again()), BodyBudget.TOKEN_BYTES);
            return Json.parse(body.once());
        } catch (JacksonException e) {
            throw new ProblemException(new Problem.Malformed("JSON parse error - " + JsonErrors.sentence(e)));
        }
    }

    /** The text {@code field} of the object that {@code json} holds; empty when there is none. */
    static Optional<String> text(InputStream json, String field) {
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean wanted = parser.currentName().equals(field);
                JsonToken value = parser.nextToken();
                if (wanted) {
                    return value == JsonToken.VALUE_STRING ? Optional.of(parser.getString()) : Optional.empty();
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty(); // What cannot be read holds no text; whoever needs the body says so.
        }
    }

    private static long tokens(InputStream json) {
        try (JsonParser parser = COUNTING.createParser(ObjectReadContext.empty(), json)) {
            long tokens = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                tokens++;
                if (token == JsonToken.VALUE_STRING) {
                    passOverText(parser);
                }
            }
            return tokens;
        }
    }

    private static void passOverText(JsonParser parser) {
        try {
            parser.finishToken();
        } catch (StreamConstraintsException e) {
            throw new ProblemException(new Problem.TooLarge(
                    "A text in the request body is longer than " + (MAX_TEXT >> 20) + " MB. Send a shorter one."));
        }
    }
}
