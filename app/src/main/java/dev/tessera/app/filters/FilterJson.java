package dev.tessera.app.filters;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Filters as requests bring them and as dashboards and tiles keep them (spec/dashboards.md 5.1 and 5.2). */
public final class FilterJson {
    private static final int MAX_TEXT = 100_000;
    private static final String PROPERTIES = "properties";

    private FilterJson() {}

    /**
     * The form of {@code json} to store: an object whose property filters are a flat list. Keys that nobody knows stay.
     *
     * @throws ProblemException {@link Problem.Invalid} when it is no filters, or more than anybody needs
     */
    public static ObjectNode normalized(JsonNode json) {
        if (!(json instanceof ObjectNode filters)) {
            throw ProblemException.invalid("Filters must be a dictionary", "");
        }
        if (Json.write(filters).length() > MAX_TEXT) {
            throw ProblemException.invalid("Filters can have " + MAX_TEXT + " characters of JSON at most.", "");
        }
        ObjectNode normalized = filters.deepCopy();
        JsonNode properties = filters.path(PROPERTIES);
        if (!isNothing(properties)) {
            ArrayNode flat = normalized.putArray(PROPERTIES);
            flat.addAll(flattened(properties));
        }
        return normalized;
    }

    /**
     * The filters that a query parameter holds as text.
     *
     * @param name of the parameter
     */
    public static ObjectNode parsed(String text, String name) {
        return normalized(parsedObject(text, name));
    }

    /** The object that a query parameter holds as text. */
    public static ObjectNode parsedObject(String text, String name) {
        try {
            if (Json.parse(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            // Answered below.
        }
        throw ProblemException.invalid("Invalid JSON passed in " + name + " parameter", name);
    }

    /** {@code stored} with the keys of {@code override} in place of its own. */
    public static ObjectNode overlaid(JsonNode stored, JsonNode override) {
        ObjectNode result = Json.object();
        for (JsonNode layer : List.of(stored, override)) {
            for (Map.Entry<String, JsonNode> entry : layer.properties()) {
                result.set(entry.getKey(), entry.getValue());
            }
        }
        return result;
    }

    /** Whether {@code value} is absent or null. */
    static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** The single filters in a list, or in a group of which all have to hold. */
    static List<JsonNode> flattened(JsonNode properties) {
        if (properties.isArray()) {
            List<JsonNode> flat = new ArrayList<>();
            properties.values().forEach(it -> flat.addAll(isGroup(it) ? flattened(it) : List.of(it)));
            return flat;
        }
        if (!isGroup(properties)) {
            throw ProblemException.invalid("Must be a list of filters or a property group", PROPERTIES);
        }
        if (!properties.path("type").asString("").equals("AND")) {
            throw ProblemException.invalid(
                    "Property groups must be AND-combined; OR groups are not supported", PROPERTIES);
        }
        return flattened(properties.path("values"));
    }

    /** Whether {@code node} is a group of filters rather than a filter. */
    static boolean isGroup(JsonNode node) {
        return node.isObject() && node.path("values").isArray();
    }
}
