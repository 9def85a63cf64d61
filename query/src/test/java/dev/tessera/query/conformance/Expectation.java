package dev.tessera.query.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;

/** One assertion of a case: a path into the response, and what has to be there. */
record Expectation(JsonNode json) {
    private static final Pattern PART = Pattern.compile("([A-Za-z_]+)|\\[([0-9]+|\\*)]");

    void check(JsonNode response) {
        String path = json.get("path").stringValue();
        JsonNode actual = at(response, path);
        for (String kind : json.propertyNames()) {
            JsonNode expected = json.get(kind);
            switch (kind) {
                case "path" -> {}
                case "equals" ->
                    assertThat(equal(actual, expected))
                            .as("%s: %s is %s", path, actual, expected)
                            .isTrue();
                case "length" -> assertThat(actual.size()).as(path).isEqualTo(expected.intValue());
                case "contains" ->
                    assertThat(contains(actual, expected))
                            .as("%s: %s", path, actual)
                            .isTrue();
                case "not_contains" ->
                    assertThat(contains(actual, expected))
                            .as("%s: %s", path, actual)
                            .isFalse();
                case "equals_unordered" ->
                    assertThat(texts(actual)).as(path).containsExactlyInAnyOrderElementsOf(texts(expected));
                case "null_or_absent" ->
                    assertThat(actual.isNull() || actual.isMissingNode())
                            .as(path)
                            .isTrue();
                default -> throw new IllegalArgumentException("No such assertion: " + json);
            }
        }
    }

    private static JsonNode at(JsonNode node, String path) {
        Matcher parts = PART.matcher(path);
        JsonNode at = node;
        while (parts.find()) {
            if ("*".equals(parts.group(2))) {
                ArrayNode projected = Json.array();
                String rest = path.substring(parts.end());
                at.values().forEach(it -> projected.add(at(it, rest)));
                return projected;
            }
            at = parts.group(1) != null ? at.path(parts.group(1)) : at.path(Integer.parseInt(parts.group(2)));
        }
        return at;
    }

    private static boolean equal(JsonNode actual, JsonNode expected) {
        if (expected.isNumber()) {
            return actual.isNumber() && actual.decimalValue().compareTo(expected.decimalValue()) == 0;
        }
        if (expected.isArray()) {
            boolean same = actual.isArray() && actual.size() == expected.size();
            for (int i = 0; same && i < expected.size(); i++) {
                same = equal(actual.get(i), expected.get(i));
            }
            return same;
        }
        if (expected.isObject()) {
            return expected.properties().stream().allMatch(it -> equal(actual.path(it.getKey()), it.getValue()));
        }
        return !(actual instanceof MissingNode) && actual.equals(expected);
    }

    private static boolean contains(JsonNode list, JsonNode item) {
        return list.values().stream().anyMatch(it -> equal(it, item));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.values().forEach(it -> texts.add(it.isNumber() ? Double.toString(it.doubleValue()) : Json.write(it)));
        return texts;
    }
}
