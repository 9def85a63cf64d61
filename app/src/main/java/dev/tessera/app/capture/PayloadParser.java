package dev.tessera.app.capture;

import dev.tessera.app.http.JsonErrors;
import dev.tessera.app.ingestion.AcceptedEvents;
import dev.tessera.kernel.json.Json;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parses a capture payload in any of its shapes: a list of events, an envelope with {@code batch}, or one event
 * (spec/ingestion.md 2.2 step 6).
 *
 * <p>Events are taken one at a time, so that memory grows with the text of the payload and not with its tree. The
 * envelope's {@code sent_at} may stand behind the batch, which is why it is looked for first.
 */
final class PayloadParser {
    /** The largest single event, in bytes of its JSON text (spec/ingestion.md 2.4). */
    static final int MAX_EVENT = 1 << 20;

    private final byte[] json;
    private final Tokens tokens = new Tokens();
    private final AcceptedEvents events = new AcceptedEvents();
    private Optional<String> ofEnvelope = Optional.empty();
    private int seen;

    private PayloadParser(byte[] json) {
        this.json = json;
    }

    /**
     * What {@code json} holds.
     *
     * @param sentAt when the query says that the request was sent; what an envelope says goes first
     * @param now when the request came
     * @param random makes the UUIDs of events that have none
     */
    static Payload parse(byte[] json, Optional<Instant> sentAt, Instant now, RandomGenerator random) {
        requireUtf8(json);
        try {
            return new PayloadParser(json).payload(sentAt, now, random);
        } catch (JacksonException e) {
            throw CaptureException.badRequest("failed to parse request: " + JsonErrors.sentence(e));
        }
    }

    private Payload payload(Optional<Instant> sentAt, Instant now, RandomGenerator random) {
        Envelope envelope = envelope();
        ofEnvelope = envelope.hasBatch() ? envelope.token() : Optional.empty();
        EventReader reader = new EventReader(now, envelope.sentAt().or(() -> sentAt), random);
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                readEvents(parser, reader);
            } else if (first == JsonToken.START_OBJECT && envelope.hasBatch()) {
                advanceTo(parser, "batch");
                readEvents(parser, reader);
            } else if (first == JsonToken.START_OBJECT && envelope.batch() && !envelope.event()) {
                throw CaptureException.badRequest("failed to parse request: an object with `batch` needs `api_key`");
            } else if (first == JsonToken.START_OBJECT) {
                readEvent(parser, reader);
            } else {
                throw CaptureException.badRequest(
                        "failed to parse request: expected an event, a list of events or an object with `batch`");
            }
        }
        if (seen == 0) {
            throw CaptureException.badRequest("request holds no event");
        }
        return new Payload(tokens.resolve(ofEnvelope), events);
    }

    private void readEvents(JsonParser parser, EventReader reader) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw CaptureException.badRequest("failed to parse request: `batch` is not a list of events");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            readEvent(parser, reader);
        }
    }

    private void readEvent(JsonParser parser, EventReader reader) {
        JsonNode node = Json.parse(parser);
        if (!(node instanceof ObjectNode event)) {
            throw CaptureException.badRequest("failed to parse request: an event is not an object");
        }
        seen++;
        if (ofEnvelope.isEmpty()) {
            tokens.ofEvent(event);
        }
        String name = event.path("event").asString("");
        if (!name.equals("$performance_event") && !name.equals("$$client_ingestion_warning")) {
            events.add(reader.read(event));
        }
    }

    /**
     * Reads the whole text once, which finds any syntax error and the size of every event before a tree, which takes
     * many times the memory of its text, is made of one.
     */
    private Envelope envelope() {
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            Envelope envelope = Envelope.NONE;
            JsonToken first = parser.nextToken();
            long start = parser.currentTokenLocation().getByteOffset();
            if (first == JsonToken.START_OBJECT) {
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    envelope = envelope.with(name, parser);
                    passOver(parser);
                }
                requireSize(envelope.hasBatch() ? 0 : parser.currentLocation().getByteOffset() - start);
            } else {
                passOver(parser);
            }
            if (parser.nextToken() != null) {
                throw CaptureException.badRequest("failed to parse request: text after the end of the JSON value");
            }
            return envelope;
        }
    }

    /** Goes to the end of a value, which may be a list of events. */
    private static void passOver(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long start = parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            requireSize(parser.currentLocation().getByteOffset() - start);
        }
    }

    private static void requireSize(long bytes) {
        if (bytes > MAX_EVENT) {
            throw new CaptureException(new CaptureFailure.TooLarge("an event is larger than 1 MiB"));
        }
    }

    private static void advanceTo(JsonParser parser, String field) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals(field)) {
                return;
            }
            parser.skipChildren();
        }
    }

    private static void requireUtf8(byte[] json) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(json);
        CharBuffer scratch = CharBuffer.allocate(8 << 10);
        CoderResult result = decoder.decode(in, scratch, true);
        while (result.isOverflow()) {
            scratch.clear();
            result = decoder.decode(in, scratch, true);
        }
        if (result.isError()) {
            throw CaptureException.badRequest("failed to decode request: invalid UTF8 in request payload");
        }
        for (byte each : json) {
            if (each == 0) { // JSON has none; with one, the parser would take the text for UTF-16.
                throw CaptureException.badRequest("failed to parse request: a NUL byte in the JSON text");
            }
        }
    }

    /** What stands beside the events; an envelope needs both a batch and a token to be one. */
    private record Envelope(
            boolean batch,
            boolean event,
            @Nullable String apiKey,
            @Nullable String sent) {
        static final Envelope NONE = new Envelope(false, false, null, null);

        Envelope with(String name, JsonParser parser) {
            return switch (name) {
                case "batch" -> new Envelope(true, event, apiKey, sent);
                case "event" -> new Envelope(batch, true, apiKey, sent);
                case "api_key" -> new Envelope(batch, event, text(parser), sent);
                case "token" -> apiKey == null ? new Envelope(batch, event, text(parser), sent) : this;
                case "sent_at" -> new Envelope(batch, event, apiKey, text(parser));
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

        private static @Nullable String text(JsonParser parser) {
            return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : null;
        }
    }
}
