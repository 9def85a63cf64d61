package dev.tessera.app.capture;

import dev.tessera.app.http.JsonErrors;
import dev.tessera.app.http.Pieces;
import dev.tessera.app.ingestion.AcceptedEvents;
import dev.tessera.app.ingestion.CapturedEvent;
import dev.tessera.kernel.json.Json;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parses a capture payload in any of its shapes: a list of events, an envelope with {@code batch}, or one event
 * (spec/ingestion.md 2.2 step 6).
 *
 * <p>It is read twice. The envelope may stand behind the events, and a tree can take fifty times the memory of its text,
 * so a first look finds what stands beside the events and how large they are. Then events are taken one at a time, and the
 * body is forgotten as far as it has become records.
 */
final class PayloadParser {
    /** What a request takes however little it holds, for buffers of the parser. */
    private static final int BASE = 32 << 10;

    private final Pieces body;
    private final CaptureMemory memory;
    private final Survey survey;
    private final AcceptedEvents events = new AcceptedEvents();
    private boolean wanted;
    private int seen;

    private PayloadParser(Pieces body, CaptureMemory memory, Survey survey) {
        this.body = body;
        this.memory = memory;
        this.survey = survey;
    }

    /**
     * Takes a first look at {@code body}.
     *
     * @param memory holds the body, and is to hold what is made of it
     * @throws CaptureException when it is no JSON, or an event in it is too large
     */
    static PayloadParser of(Pieces body, CaptureMemory memory) {
        BodyText.check(body.again());
        try {
            return new PayloadParser(body, memory, Survey.of(body));
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /** The payload's token, perhaps of no project; empty when there is no proper one, which {@link #events} tells. */
    Optional<String> token() {
        try {
            return Optional.of(survey.token());
        } catch (CaptureException e) {
            return Optional.empty();
        }
    }

    /**
     * The events, of which there may be none to store; asked for once.
     *
     * @param reception what is known of the request
     * @param random makes the UUIDs of events that have none
     * @throws CaptureException when an event, or then the token, is not acceptable, or there is no memory for them
     */
    AcceptedEvents events(Reception reception, RandomGenerator random) {
        hold();
        wanted = token().isPresent();
        EventReader reader = new EventReader(reception.sentAt(survey.envelope().sentAt()), random);
        try (JsonParser parser = Json.MAPPER.createParser(new BodyText(body.once()))) {
            readAll(parser, reader, reception.nameless());
        } catch (JacksonException e) {
            throw malformed(e);
        }
        if (seen == 0) {
            throw CaptureException.badRequest("request holds no event");
        }
        survey.token();
        return events;
    }

    private void readAll(JsonParser parser, EventReader reader, Optional<String> nameless) {
        Survey.Envelope envelope = survey.envelope();
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY) {
            readEvents(parser, reader);
        } else if (first == JsonToken.START_OBJECT && envelope.hasBatch()) {
            advanceTo(parser, "batch");
            readEvents(parser, reader);
        } else if (first == JsonToken.START_OBJECT && envelope.batch() && !envelope.event()) {
            throw CaptureException.badRequest("failed to parse request: an object with `batch` needs `api_key`");
        } else if (first == JsonToken.START_OBJECT) {
            readEvent(parser, reader, nameless);
        } else {
            throw CaptureException.badRequest(
                    "failed to parse request: expected an event, a list of events or an object with `batch`");
        }
    }

    private void readEvents(JsonParser parser, EventReader reader) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw CaptureException.badRequest("failed to parse request: `batch` is not a list of events");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            readEvent(parser, reader, Optional.empty());
            hold();
        }
    }

    private void readEvent(JsonParser parser, EventReader reader, Optional<String> nameless) {
        JsonNode node = Json.parse(parser);
        if (!(node instanceof ObjectNode event)) {
            throw CaptureException.badRequest("failed to parse request: an event is not an object");
        }
        if (!event.hasNonNull("event")) {
            nameless.ifPresent(it -> event.put("event", it));
        }
        seen++;
        String name = event.path("event").asString("");
        if (!name.equals("$performance_event") && !name.equals("$$client_ingestion_warning")) {
            CapturedEvent captured = reader.read(event);
            if (wanted) {
                events.add(captured);
            }
        }
    }

    private void hold() {
        memory.hold(BASE + body.size() + events.bytes() + survey.mostOfAnEvent());
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

    private static CaptureException malformed(JacksonException e) {
        return CaptureException.badRequest("failed to parse request: " + JsonErrors.sentence(e));
    }
}
