package dev.tessera.query.nodes;

import dev.tessera.kernel.problem.ProblemException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of one JSON object and accounts for every one of them: {@link #end} refuses those that nobody
 * asked for. JSON null means that a field is not given (spec/queries-trends.md 1.2).
 */
final class Fields {
    private final JsonNode object;
    private final String path;
    private final String what;
    private final Set<String> known = new HashSet<>();

    private Fields(JsonNode object, String path, String what) {
        this.object = object;
        this.path = path;
        this.what = what;
    }

    /**
     * Starts to read {@code node}.
     *
     * @param path where it is, with {@code __} between the parts
     * @param what it is, for sentences: {@code A trends query}
     */
    static Fields of(JsonNode node, String path, String what) {
        if (!node.isObject()) {
            throw ProblemException.invalid(what + " has to be a JSON object.", path);
        }
        return new Fields(node, path, what);
    }

    /** The path of the field {@code name}. */
    String path(String name) {
        return path.isEmpty() ? name : path + "__" + name;
    }

    /** The whole object. */
    JsonNode json() {
        return object;
    }

    /** The field as it is. */
    Optional<JsonNode> value(String name) {
        known.add(name);
        return Optional.ofNullable(object.get(name)).filter(it -> !it.isNull());
    }

    /** The field, which is needed. */
    JsonNode required(String name) {
        return value(name)
                .orElseThrow(() -> ProblemException.invalid(what + " needs the field \"" + name + "\".", path(name)));
    }

    /** The text of the field. */
    Optional<String> text(String name) {
        return value(name).map(it -> Texts.of(it, path(name)));
    }

    /** Whether the field is true; absent is false. */
    boolean flag(String name) {
        Optional<JsonNode> value = value(name);
        value.ifPresent(it -> Shape.BOOLEAN.check(it, name, path(name)));
        return value.isPresent() && value.get().booleanValue();
    }

    /** The integer in the field, from {@code min} to {@code max}. */
    OptionalInt whole(String name, int min, int max) {
        Optional<JsonNode> value = value(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        JsonNode number = value.get();
        // What fits into an int need not be a whole number: 1.5 converts to 1.
        if (!number.isNumber()
                || !number.canConvertToExactIntegral()
                || !number.canConvertToInt()
                || number.intValue() < min
                || number.intValue() > max) {
            throw ProblemException.invalid(
                    "\"" + name + "\" has to be a whole number from " + min + " to " + max + ".", path(name));
        }
        return OptionalInt.of(number.intValue());
    }

    /** The object in the field. */
    Optional<Fields> object(String name, String description) {
        return value(name).map(it -> of(it, path(name), description));
    }

    /** The items of the list in the field; none when it is absent. */
    List<JsonNode> list(String name) {
        Optional<JsonNode> value = value(name);
        value.ifPresent(it -> Shape.LIST.check(it, name, path(name)));
        return value.map(it -> List.copyOf(it.values())).orElse(List.of());
    }

    /** Accepts fields that do not change results, as long as they have the right shape. */
    void accept(Shape shape, String... names) {
        for (String name : names) {
            value(name).ifPresent(it -> shape.check(it, name, path(name)));
        }
    }

    /** Accepts a field that does not change results and has one of {@code values}. */
    void acceptOneOf(String name, String... values) {
        text(name).ifPresent(it -> {
            if (!Arrays.asList(values).contains(it)) {
                throw ProblemException.invalid(
                        Texts.quote(it) + " is not a value of \"" + name + "\". Use one of " + String.join(", ", values)
                                + ".",
                        path(name));
            }
        });
    }

    /** Refuses fields that Tessera knows and cannot do yet, unless they are absent, false or empty. */
    void refuse(String... names) {
        for (String name : names) {
            Optional<JsonNode> value = value(name);
            if (value.isPresent() && !isNothing(value.get())) {
                throw Refusals.notSupported("\"" + name + "\" is not supported yet. Leave it out.", path(name));
            }
        }
    }

    private static boolean isNothing(JsonNode node) {
        return (node.isBoolean() && !node.booleanValue())
                || (node.isString() && node.stringValue().isEmpty())
                || (node.isContainer() && node.isEmpty());
    }

    /** Refuses every field that was not asked for. */
    void end() {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                String shown = Texts.shorten(name);
                throw ProblemException.invalid(
                        what + " has no field " + Texts.quote(name) + ". Remove it or correct its name.", path(shown));
            }
        }
    }
}
