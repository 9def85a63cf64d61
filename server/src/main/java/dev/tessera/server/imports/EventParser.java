package dev.tessera.server.imports;

import dev.tessera.kernel.id.Uuids;
import dev.tessera.kernel.json.Json;
import dev.tessera.server.imports.Event.Insertion;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Looks at one line: whether it is a JSON object, whose event it is, and whether it has a uuid.
 *
 * <p>A line without one gets a UUID made of its number and its bytes, so that it is the same at every run. The rest of
 * the line stays as it is, byte for byte.
 */
final class EventParser {
    private static final UUID NAMESPACE = UUID.fromString("3d9b5a1e-7c42-5f08-9a6b-1e0c4f7d2b83");

    /** Other than the product's it tells at which byte a value stands. */
    private static final JsonFactory POSITIONED = JsonFactory.builder()
            .streamReadConstraints(Json.MAPPER.tokenStreamFactory().streamReadConstraints())
            .build();

    private final Line line;
    private String distinctId = "";
    private String otherDistinctId = "";
    private String innerDistinctId = "";
    private boolean hasFields;
    private UuidField uuid = new UuidField.Missing();

    private EventParser(Line line) {
        this.line = line;
    }

    /**
     * The event in {@code line}.
     *
     * @throws tools.jackson.core.JacksonException when it is not JSON
     * @throws ImportException when it is JSON, but no object
     */
    static Event parse(Line line) {
        EventParser event = new EventParser(line);
        try (JsonParser parser = POSITIONED.createParser(ObjectReadContext.empty(), line.bytes())) {
            int open = event.readObject(parser);
            return new Event(line, event.sender(), event.insertion(open));
        }
    }

    private int readObject(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new ImportException("not a JSON object");
        }
        int open = offset(parser.currentTokenLocation().getByteOffset());
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            hasFields = true;
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "uuid" -> uuid = uuidAt(parser);
                case "distinct_id" -> distinctId = scalar(parser);
                case "$distinct_id" -> otherDistinctId = scalar(parser);
                case "properties" -> readProperties(parser);
                default -> {}
            }
            parser.skipChildren();
        }
        if (parser.nextToken() != null) {
            throw new ImportException("there is more than one JSON value on the line");
        }
        return open;
    }

    private void readProperties(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("distinct_id")) {
                    innerDistinctId = scalar(parser);
                }
                parser.skipChildren();
            }
        }
    }

    private static UuidField uuidAt(JsonParser parser) {
        boolean none = parser.currentToken() == JsonToken.VALUE_NULL
                || (parser.currentToken() == JsonToken.VALUE_STRING
                        && parser.getString().isEmpty());
        return none
                ? new UuidField.Empty(
                        offset(parser.currentTokenLocation().getByteOffset()),
                        offset(parser.currentLocation().getByteOffset()))
                : new UuidField.Given();
    }

    /** The text of a value that is no list or object; those that are share one sender. */
    private static String scalar(JsonParser parser) {
        return parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL
                ? parser.getString()
                : "";
    }

    private String sender() {
        return !distinctId.isEmpty() ? distinctId : !otherDistinctId.isEmpty() ? otherDistinctId : innerDistinctId;
    }

    private Insertion insertion(int open) {
        return switch (uuid) {
            case UuidField.Given _ -> Insertion.NONE;
            case UuidField.Missing _ ->
                new Insertion(open + 1, open + 1, "\"uuid\":\"" + madeUuid() + "\"" + (hasFields ? "," : ""));
            case UuidField.Empty(int from, int to) -> new Insertion(from, to, "\"" + madeUuid() + "\"");
        };
    }

    private UUID madeUuid() {
        byte[] position = (line.number() + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] name = new byte[position.length + line.bytes().length];
        System.arraycopy(position, 0, name, 0, position.length);
        System.arraycopy(line.bytes(), 0, name, position.length, line.bytes().length);
        return Uuids.v5(NAMESPACE, name);
    }

    private static int offset(long bytes) {
        return Math.toIntExact(bytes);
    }

    /** What the line says about its uuid; when it says it twice, the last counts, as it does for the server. */
    private sealed interface UuidField {
        record Missing() implements UuidField {}

        record Given() implements UuidField {}

        /** Null or an empty text, from one byte to before another. */
        record Empty(int from, int to) implements UuidField {}
    }
}
