package dev.tessera.app.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.property.Choices;
import dev.tessera.kernel.property.Property;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PropertyScannerTest {
    private record Seen(String key, PropertyValue value, boolean typed) {}

    @Test
    void seesWhatJacksonSees() {
        Property.holds(2_000, PropertyScannerTest::object, object -> {
            List<Seen> expected = object.properties().stream()
                    .map(PropertyScannerTest::expected)
                    .toList();
            assertThat(seen(Json.write(object))).isEqualTo(expected);
            assertThat(seen(object.toPrettyString())).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", " { } ", "[]", "[1]", "null", "\"{\""})
    void seesNothingWhereThereIsNoKey(String json) {
        assertThat(seen(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"",
                "{\"a",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":[",
                "{\"a\":\"\\",
                "{\"a\":1",
                "{\"a\":1,",
                "{a:1}"
            })
    void comesToAnEndWhereTheTextDoes(String json) {
        PropertyScanner scanner = new PropertyScanner(json);
        int keys = 0;
        while (scanner.next()) {
            keys++;
        }
        assertThat(keys).isLessThan(2);
    }

    @Test
    void tellsKeysThatLookAlikeApart() {
        assertThat(hash("{\"ab\":1}")).isNotEqualTo(hash("{\"ba\":1}")).isNotEqualTo(hash("{\"a\":1}"));
    }

    private static long hash(String json) {
        PropertyScanner scanner = new PropertyScanner(json);
        scanner.next();
        return scanner.hashKey(Fingerprints.start());
    }

    private static List<Seen> seen(String json) {
        List<Seen> seen = new ArrayList<>();
        PropertyScanner scanner = new PropertyScanner(json);
        while (scanner.next()) {
            seen.add(new Seen(scanner.key(), scanner.value(), scanner.isTyped()));
        }
        return seen;
    }

    private static Seen expected(Map.Entry<String, JsonNode> entry) {
        JsonNode node = entry.getValue();
        PropertyValue value = switch (node.getNodeType()) {
            case STRING -> new PropertyValue.Text(node.asString());
            case BOOLEAN -> new PropertyValue.Truth();
            case NUMBER -> node.isIntegralNumber() ? whole(node.bigIntegerValue()) : new PropertyValue.Fraction();
            case NULL, ARRAY, OBJECT, MISSING, BINARY, POJO -> new PropertyValue.Untyped();
        };
        return new Seen(entry.getKey(), value, !(value instanceof PropertyValue.Untyped));
    }

    private static PropertyValue whole(BigInteger number) {
        BigInteger eighteenDigits = BigInteger.TEN.pow(18);
        if (number.abs().compareTo(eighteenDigits) >= 0) {
            return new PropertyValue.Whole(number.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE);
        }
        return new PropertyValue.Whole(number.longValueExact());
    }

    private static ObjectNode object(Choices choices) {
        ObjectNode object = Json.object();
        choices.list(6, PropertyScannerTest::text).forEach(key -> object.set(key, value(choices, 2)));
        return object;
    }

    private static JsonNode value(Choices choices, int depth) {
        return switch (choices.below(depth == 0 ? 6 : 8)) {
            case 0 -> Json.object().nullNode();
            case 1 -> Json.object().booleanNode(choices.below(2) == 0);
            case 2 -> Json.object().numberNode(choices.below(2_000_000) - 1_000_000L);
            case 3 -> Json.object().numberNode(new BigDecimal(choices.of("0.5", "-12.25", "1E+30", "1E-7")));
            case 4 ->
                Json.object().numberNode(BigInteger.TEN.pow(choices.below(40)).negate());
            case 5 -> Json.object().stringNode(text(choices));
            case 6 -> {
                ArrayNode array = Json.array();
                choices.list(3, it -> value(it, depth - 1)).forEach(array::add);
                yield array;
            }
            default -> {
                ObjectNode object = Json.object();
                choices.list(3, PropertyScannerTest::text).forEach(key -> object.set(key, value(choices, depth - 1)));
                yield object;
            }
        };
    }

    private static String text(Choices choices) {
        return String.join(
                "",
                choices.list(
                        6,
                        it -> it.of(
                                "a", "$b", "\"", "\\", "\\\\", "{", "}", "[", "]", ",", ":", " ", "\n", "\u0001", "é",
                                "💡", "true", "1")));
    }
}
