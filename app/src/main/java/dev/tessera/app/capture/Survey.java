package dev.tessera.app.capture;

import dev.tessera.app.http.BodyBudget;
import dev.tessera.app.http.Pieces;
import dev.tessera.kernel.json.Json;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * A first look over a payload. It makes no tree, and finds any syntax error, the token, what stands beside the events, and
 * what an event will take of memory.
 */
final class Survey {
    /** The largest single event, in bytes of its JSON text with its numbers written out (spec/ingestion.md 2.4). */
    static final int MAX_EVENT = 1 << 20;

    /** In characters; no token and no time is nearly as long. */
    private static final int MAX_TEXT = 64 << 10;

    /**
     * So many times its bytes are there of an event at once, at most: in the tree, as text, as text of its person
     * properties, as bytes of both and in a record; a text can have two bytes for each of the event.
     */
    private static final int COPIES = 10;

    /** What a number takes at most that was sent with an exponent and is stored without: 21 digits and a sign. */
    private static final int WRITTEN_OUT = 22;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(Json.MAPPER
                    .tokenStreamFactory()
                    .streamReadConstraints()
                    .rebuild()
                    .maxStringLength(MAX_TEXT)
                    .build())
            .build();

    private final BodyText text;
    private final JsonParser parser;
    private final Tokens tokens = new Tokens();
    private Envelope envelope = Envelope.NONE;
    private long seen;
    private long writtenOut;
    private long mostOfAnEvent;

    private Survey(BodyText text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /**
     * A look over {@code body}.
     *
     * @throws CaptureException when it is more than one JSON value, or an event in it is too large
     * @throws tools.jackson.core.JacksonException when it is no JSON
     */
    static Survey of(Pieces body) {
        BodyText text = new BodyText(body.again());
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            Survey survey = new Survey(text, parser);
            survey.look();
            if (parser.nextToken() != null) {
                throw CaptureException.badRequest("failed to parse request: text after the end of the JSON value");
            }
            return survey;
        }
    }

    /** What stands beside the events. */
    Envelope envelope() {
        return envelope;
    }

    /** The most memory that an event takes while it becomes part of a record. */
    long mostOfAnEvent() {
        return mostOfAnEvent;
    }

    /**
     * The payload's token, well formed but perhaps of no project.
     *
     * @throws CaptureException when there is none, or more than one
     */
    String token() {
        return tokens.resolve(envelope.hasBatch() ? envelope.token() : Optional.empty());
    }

    private void look() {
        JsonToken first = next();
        if (first == JsonToken.START_OBJECT) {
            lookIntoEnvelopeOrEvent();
        } else if (first == JsonToken.START_ARRAY) {
            while (next() != JsonToken.END_ARRAY) {
                lookIntoEvent();
            }
        }
    }

    private void lookIntoEnvelopeOrEvent() {
        long start = place() - 1;
        EventToken token = new EventToken();
        while (next() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (next() == JsonToken.START_ARRAY) {
                envelope = envelope.with(name, null);
                while (next() != JsonToken.END_ARRAY) {
                    passOverOne();
                }
            } else {
                envelope = envelope.with(name, textOf(name));
                lookFor(token, name);
            }
        }
        if (!envelope.hasBatch()) {
            measure(start, 0);
            tokens.ofEvent(token);
        }
    }

    private void lookIntoEvent() {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            passOverOne();
            return;
        }
        long start = place() - 1;
        long before = seen;
        EventToken token = new EventToken();
        while (next() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            next();
            lookFor(token, name);
        }
        measure(start, before);
        tokens.ofEvent(token);
    }

    /** Goes to the end of the value of a field of an event. */
    private void lookFor(EventToken token, String name) {
        if (!name.equals("properties") || parser.currentToken() != JsonToken.START_OBJECT) {
            token.see(name, textOf(name));
            passOver();
            return;
        }
        token.see(name, null);
        while (next() != JsonToken.END_OBJECT) {
            boolean wanted = parser.currentName().equals("token");
            next();
            if (wanted) {
                token.seeInProperties(text());
            }
            passOver();
        }
    }

    private void passOverOne() {
        long start = place() - 1;
        long before = seen;
        passOver();
        measure(start, before);
    }

    private void passOver() {
        int open = 0;
        for (JsonToken token = parser.currentToken(); ; token = next()) {
            open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (open == 0) {
                return;
            }
        }
    }

    private void measure(long start, long before) {
        long bytes = place() - start;
        if (bytes > MAX_EVENT) {
            throw new CaptureException(new CaptureFailure.TooLarge("an event is larger than 1 MiB"));
        }
        mostOfAnEvent = Math.max(mostOfAnEvent, COPIES * bytes + BodyBudget.TOKEN_BYTES * (seen - before));
    }

    private JsonToken next() {
        seen++;
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw CaptureException.badRequest(
                    "failed to parse request: expected an event, a list of events or an object with `batch`");
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT && hasExponent()) {
            writtenOut += Math.max(0, WRITTEN_OUT - parser.getStringLength());
        }
        return token;
    }

    private boolean hasExponent() {
        char[] characters = parser.getStringCharacters();
        int from = parser.getStringOffset();
        for (int i = from; i < from + parser.getStringLength(); i++) {
            if ((characters[i] | 0x20) == 'e') {
                return true;
            }
        }
        return false;
    }

    /** The byte that comes next, if all numbers before it were written out. */
    private long place() {
        return text.byteAt(parser.currentLocation().getCharOffset()) + writtenOut;
    }

    private @Nullable String textOf(String name) {
        return switch (name) {
            case "api_key", "token", "$token", "sent_at" -> text();
            default -> null;
        };
    }

    private @Nullable String text() {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return null;
        }
        try {
            return parser.getString();
        } catch (StreamConstraintsException e) {
            throw new CaptureException(new CaptureFailure.TooLarge("a token or `sent_at` is longer than 64 KiB"));
        }
    }

    /** What stands beside the events; an envelope needs both a batch and a token to be one. */
    record Envelope(
            boolean batch,
            boolean event,
            @Nullable String apiKey,
            @Nullable String sent) {
        static final Envelope NONE = new Envelope(false, false, null, null);

        private Envelope with(String name, @Nullable String value) {
            return switch (name) {
                case "batch" -> new Envelope(true, event, apiKey, sent);
                case "event" -> new Envelope(batch, true, apiKey, sent);
                case "api_key" -> new Envelope(batch, event, value, sent);
                case "token" -> apiKey == null ? new Envelope(batch, event, value, sent) : this;
                case "sent_at" -> new Envelope(batch, event, apiKey, value);
                default -> this;
            };
        }

        boolean hasBatch() {
            return batch && apiKey != null;
        }

        Optional<String> token() {
            return Optional.ofNullable(apiKey);
        }

        Optional<Instant> sentAt() {
            return hasBatch() && sent != null ? Timestamps.parse(sent) : Optional.empty();
        }
    }
}
