package dev.tessera.kernel.json;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as the product reads and writes it, in one place: compact, keys in the order given, numbers kept to the last digit.
 *
 * <p>Equal numbers have one text: what was sent as {@code 10.0} or {@code 1e1} is read as {@code 10}. Events are compared
 * by such texts, which is why this happens while a number is read. Decimals are {@link BigDecimal}s, which lose nothing.
 * Nesting is limited to 200 levels, and numbers to 1,000 digits and exponents of 1,000: what was read and written can be
 * read again.
 */
public final class Json {
    /** More than the digits of a number: a written one may have a point, zeros and an exponent that it was read without. */
    private static final int MAX_NUMBER_TEXT = 1_100;

    /** The one mapper. It is immutable, and remembers no names: those that strangers make up would fill the memory. */
    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(200)
                            .maxNumberLength(MAX_NUMBER_TEXT)
                            .maxStringLength(32 << 20)
                            .build())
                    .build())
            .nodeFactory(new ModestNumbers())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssX").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX").withZone(ZoneOffset.UTC);

    private Json() {}

    /**
     * The value that {@code text} holds.
     *
     * @throws tools.jackson.core.JacksonException when it is not one JSON value
     */
    public static JsonNode parse(String text) {
        return tree(() -> MAPPER.readTree(text));
    }

    /**
     * The value that {@code utf8} holds.
     *
     * @throws tools.jackson.core.JacksonException when it is not one JSON value
     */
    public static JsonNode parse(byte[] utf8) {
        return tree(() -> MAPPER.readTree(utf8));
    }

    /**
     * The value that {@code json} holds.
     *
     * @throws tools.jackson.core.JacksonException when it is not one JSON value, or cannot be read
     */
    public static JsonNode parse(InputStream json) {
        return tree(() -> MAPPER.readTree(json));
    }

    /**
     * The value that begins where {@code parser} stands.
     *
     * @throws tools.jackson.core.JacksonException when it is not one JSON value
     */
    public static JsonNode parse(JsonParser parser) {
        return tree(parser::readValueAsTree);
    }

    /**
     * The mapper makes a node of an empty text, and passes on what {@link BigDecimal} says of an exponent that
     * it cannot hold.
     */
    private static JsonNode tree(Supplier<JsonNode> reading) {
        try {
            JsonNode node = reading.get();
            if (node.isMissingNode()) {
                throw new StreamReadException("No JSON value, but the end of the text");
            }
            return node;
        } catch (NumberFormatException e) {
            throw ModestNumbers.refused();
        }
    }

    /** {@code value} as it is read from any of its texts. */
    public static JsonNode number(BigDecimal value) {
        return MAPPER.getNodeFactory().numberNode(value);
    }

    /** The compact text of {@code node}. */
    public static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** The compact text of {@code node} as UTF-8. */
    public static byte[] writeBytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An empty array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** {@code 2022-04-01T12:45:00Z}, with six decimals only when they are not zero (spec/dashboards.md 1.6). */
    public static String instant(Instant instant) {
        Instant micros = instant.truncatedTo(ChronoUnit.MICROS);
        boolean whole = micros.equals(micros.truncatedTo(ChronoUnit.SECONDS));
        return (whole ? SECONDS : MICROSECONDS).format(micros);
    }
}
