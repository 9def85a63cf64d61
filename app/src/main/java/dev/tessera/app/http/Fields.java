package dev.tessera.app.http;

import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a JSON object in a request, read with the checks and texts of spec/dashboards.md 1.3 and 1.4.
 *
 * <p>Each reader takes the value to use when the field is absent: the default when creating, the present value when
 * updating. A field that is there and wrong ends the request with 400. Unknown fields are ignored.
 */
public final class Fields {
    private final ObjectNode object;
    private final String path;

    private Fields(ObjectNode object, String path) {
        this.object = object;
        this.path = path;
    }

    /** The fields of {@code node}, whose own place in the request is {@code path} (empty for the body). */
    public static Fields of(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            return new Fields(object, path);
        }
        throw ProblemException.invalid("Invalid data. Expected a dictionary, but got " + typeName(node) + ".", path);
    }

    /** The object itself. */
    public ObjectNode json() {
        return object;
    }

    public boolean has(String name) {
        return object.has(name);
    }

    /** The place of {@code name} in the request, for errors. */
    public String attr(String name) {
        return path.isEmpty() ? name : path + "__" + name;
    }

    /** A text that may be blank, trimmed, of at most {@code max} characters. */
    public String text(String name, String fallback, int max) {
        Optional<JsonNode> value = value(name);
        return value.isEmpty() ? fallback : checkedText(name, value.get(), max, tooLong(max));
    }

    /** A text or null, trimmed, of at most {@code max} characters. */
    public @Nullable String nullableText(String name, @Nullable String fallback, int max) {
        return nullableText(name, fallback, max, tooLong(max));
    }

    /** A text or null, trimmed, of at most {@code max} characters, or the request is told {@code tooLong}. */
    public @Nullable String nullableText(String name, @Nullable String fallback, int max, String tooLong) {
        JsonNode value = object.get(name);
        if (value == null) {
            return fallback;
        }
        return value.isNull() ? null : checkedText(name, value, max, tooLong);
    }

    /** A text that must be there and not be blank. */
    public String requiredText(String name, int max) {
        if (!object.has(name)) {
            throw new ProblemException(new Problem.Invalid("required", "This field is required.", attr(name)));
        }
        return nonBlank(name, text(name, "", max));
    }

    /** A text that is not blank when it is there. */
    public String nonBlankText(String name, String fallback, int max) {
        return object.has(name) ? nonBlank(name, text(name, fallback, max)) : fallback;
    }

    /** A boolean, also as the texts and numbers that stand for one. */
    public boolean flag(String name, boolean fallback) {
        Optional<JsonNode> value = value(name);
        return value.isEmpty() ? fallback : checkedFlag(name, value.get());
    }

    /** A boolean or null. */
    public @Nullable Boolean nullableFlag(String name, @Nullable Boolean fallback) {
        JsonNode value = object.get(name);
        if (value == null) {
            return fallback;
        }
        return value.isNull() ? null : Boolean.valueOf(checkedFlag(name, value));
    }

    /** Whether the field is there and false: in {@code deleted}, that something is wanted back. */
    public boolean saysNo(String name) {
        return Boolean.FALSE.equals(nullableFlag(name, null));
    }

    /** A whole number, also as text. */
    public long integer(String name, long fallback) {
        Optional<JsonNode> value = value(name);
        return value.isEmpty() ? fallback : checkedInteger(attr(name), value.get());
    }

    /** A whole number or null. */
    public @Nullable Long nullableInteger(String name, @Nullable Long fallback) {
        JsonNode value = object.get(name);
        if (value == null) {
            return fallback;
        }
        return value.isNull() ? null : Long.valueOf(checkedInteger(attr(name), value));
    }

    /** A whole number that must be there, also as text. */
    public long requiredInteger(String name) {
        return value(name)
                .map(it -> checkedInteger(attr(name), it))
                .orElseThrow(() ->
                        new ProblemException(new Problem.Invalid("required", "This field is required.", attr(name))));
    }

    /** The whole numbers of a list; empty when the field is absent. */
    public Optional<List<Long>> integers(String name) {
        return list(name).map(items -> {
            List<Long> numbers = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                numbers.add(checkedInteger(attr(name) + "__" + i, items.get(i)));
            }
            return numbers;
        });
    }

    /** The texts of a list; empty when the field is absent. */
    public Optional<List<String>> texts(String name) {
        return list(name).map(items -> {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                if (!items.get(i).isString()) {
                    throw ProblemException.invalid("Not a valid string.", attr(name) + "__" + i);
                }
                texts.add(items.get(i).asString());
            }
            return texts;
        });
    }

    /** A list; empty when the field is absent. */
    public Optional<List<JsonNode>> list(String name) {
        return value(name).map(value -> {
            if (value instanceof ArrayNode array) {
                return array.valueStream().toList();
            }
            throw new ProblemException(new Problem.Invalid(
                    "not_a_list", "Expected a list of items but got type \"" + typeName(value) + "\".", attr(name)));
        });
    }

    /** An object within this one; empty when absent or null. */
    public Optional<Fields> object(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(of(value, attr(name)));
    }

    /** A value that is not null, whatever its type; empty when the field is absent. */
    public Optional<JsonNode> value(String name) {
        JsonNode value = object.get(name);
        if (value != null && value.isNull()) {
            throw new ProblemException(new Problem.Invalid("null", "This field may not be null.", attr(name)));
        }
        return Optional.ofNullable(value);
    }

    /** An instant or null. */
    public @Nullable Instant nullableInstant(String name, @Nullable Instant fallback) {
        JsonNode value = object.get(name);
        if (value == null) {
            return fallback;
        }
        return value.isNull() ? null : checkedInstant(attr(name), value);
    }

    /** Refuses a field that asks for something. Absent, null, false, zero and what is empty asks for nothing. */
    public void refuse(String name, String sentence) {
        if (asks(name)) {
            throw new ProblemException(new Problem.Invalid("not_supported", sentence, attr(name)));
        }
    }

    /** Whether the field is there and is something: neither null, false, zero nor empty. */
    public boolean asks(String name) {
        JsonNode value = object.path(name);
        return switch (value.getNodeType()) {
            case MISSING, NULL -> false;
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> value.decimalValue().signum() != 0;
            case STRING -> !value.asString().isBlank();
            case ARRAY, OBJECT, POJO, BINARY -> !value.isEmpty();
        };
    }

    private String nonBlank(String name, String text) {
        if (text.isEmpty()) {
            throw new ProblemException(new Problem.Invalid("blank", "This field may not be blank.", attr(name)));
        }
        return text;
    }

    private static String tooLong(int max) {
        return "Ensure this field has no more than " + max + " characters.";
    }

    private String checkedText(String name, JsonNode value, int max, String tooLong) {
        if (!value.isString() && !value.isNumber()) {
            throw ProblemException.invalid("Not a valid string.", attr(name));
        }
        String text = value.asString().strip();
        if (text.codePoints().anyMatch(it -> Character.getType(it) == Character.SURROGATE)) {
            throw ProblemException.invalid("Not a valid string.", attr(name)); // Half a character has no UTF-8.
        }
        if (text.indexOf('\0') >= 0) {
            throw new ProblemException(
                    new Problem.Invalid("null_characters_not_allowed", "Null characters are not allowed.", attr(name)));
        }
        if (text.codePointCount(0, text.length()) > max) {
            throw new ProblemException(new Problem.Invalid("max_length", tooLong, attr(name)));
        }
        return text;
    }

    private boolean checkedFlag(String name, JsonNode value) {
        return switch (value.asString("")) {
            case "true", "True", "1" -> true;
            case "false", "False", "0" -> false;
            default -> throw ProblemException.invalid("Must be a valid boolean.", attr(name));
        };
    }

    private static long checkedInteger(String attr, JsonNode value) {
        try {
            if (value.isNumber() || value.isString()) {
                BigDecimal number = new BigDecimal(value.asString().strip());
                if (number.precision() - number.scale() <= 19) {
                    return number.longValueExact();
                }
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Not a whole number of 64 bits: answered below.
        }
        throw ProblemException.invalid("A valid integer is required.", attr);
    }

    private static Instant checkedInstant(String attr, JsonNode value) {
        try {
            return OffsetDateTime.parse(value.asString("")).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid("Datetime has wrong format. Use one like 2022-04-01T12:45:00Z.", attr);
        }
    }

    private static String typeName(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "str";
            case NUMBER -> node.isIntegralNumber() ? "int" : "float";
            case BOOLEAN -> "bool";
            case ARRAY -> "list";
            case NULL, MISSING -> "NoneType";
            case OBJECT, POJO, BINARY -> "dict";
        };
    }
}
