package dev.tessera.query.reference;

import dev.tessera.kernel.json.Json;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Properties as text, and comparisons of such texts. */
final class StoredText {
    private StoredText() {}

    /** The text of the property {@code key} (spec/queries-trends.md 4.3); empty for a missing key and for null. */
    static Optional<String> property(PlainEvent event, String key) {
        JsonNode value = Json.parse(event.properties()).get(key);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(text(value));
    }

    /** The same if it is a number. */
    static Optional<String> number(PlainEvent event, String key) {
        JsonNode value = Json.parse(event.properties()).path(key);
        return value.isNumber() ? Optional.of(text(value)) : Optional.empty();
    }

    /** Whether the property is {@code wanted}, or a number that {@code wanted} is another writing of. */
    static boolean equal(PlainEvent event, String key, String wanted) {
        return property(event, key).filter(wanted::equals).isPresent()
                || number(event, key).filter(it -> it.equals(rewritten(wanted))).isPresent();
    }

    private static String rewritten(String wanted) {
        try {
            JsonNode value = Json.parse(wanted);
            return value.isNumber() ? text(value) : wanted;
        } catch (JacksonException e) {
            return wanted;
        }
    }

    private static String text(JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        // What is not a whole number is a double to engines.
        return value.isNumber() && !value.isIntegralNumber() ? decimal(value) : Json.write(value);
    }

    private static String decimal(JsonNode value) {
        double read = value.decimalValue().doubleValue();
        if (Double.isInfinite(read)) {
            return Json.write(value);
        }
        String text = new BigDecimal(Double.toString(read)).stripTrailingZeros().toString();
        if (read == Math.rint(read) && Math.abs(read) < 1e21) {
            return new BigDecimal(text).toPlainString() + ".0";
        }
        return text.replace("E+", "e").replace('E', 'e');
    }

    /** Whether {@code text} has {@code part} in it, whatever the case, with {@code %} and {@code _} as wildcards. */
    static boolean contains(String text, String part) {
        return matches(lower(text), 0, lower("%" + part + "%"), 0);
    }

    private static boolean matches(int[] text, int at, int[] pattern, int from) {
        if (from == pattern.length) {
            return at == text.length;
        }
        if (pattern[from] == '%') {
            return matches(text, at, pattern, from + 1) || (at < text.length && matches(text, at + 1, pattern, from));
        }
        return at < text.length
                && (pattern[from] == '_' || pattern[from] == text[at])
                && matches(text, at + 1, pattern, from + 1);
    }

    private static int[] lower(String text) {
        return text.codePoints().map(Character::toLowerCase).toArray();
    }

    /** A URL without what trails it (spec/queries-trends.md 6.3). */
    static String trimmedUrl(String url) {
        String trimmed = url;
        while (trimmed.endsWith("/") || trimmed.endsWith("?") || trimmed.endsWith("#")) {
            trimmed = trimmed.substring(0, trimmed.length() - 1);
        }
        return trimmed.isEmpty() ? "/" : trimmed;
    }
}
