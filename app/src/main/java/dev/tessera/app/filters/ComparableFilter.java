package dev.tessera.app.filters;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * A property filter as far as it can be compared with another.
 *
 * @param type as texts, like all that is here; filters of events have none or say so
 * @param group the index of the type of groups that it is about, empty when there is none
 */
record ComparableFilter(String key, String type, String group, String operator, List<String> values) {
    ComparableFilter {
        values = List.copyOf(values);
    }

    static ComparableFilter of(JsonNode filter) {
        JsonNode value = filter.path("value");
        List<String> values = new ArrayList<>();
        if (value.isArray()) {
            value.values().forEach(it -> add(values, it));
        } else {
            add(values, value);
        }
        return new ComparableFilter(
                text(filter, "key", ""),
                text(filter, "type", "event"),
                text(filter, "group_type_index", ""),
                text(filter, "operator", "exact"),
                values);
    }

    /** Whether both compare the same thing, and one whose comparisons can be understood. */
    boolean isAboutTheSameAs(ComparableFilter other) {
        return !key.isEmpty()
                && key.equals(other.key)
                && type.equals(other.type)
                && group.equals(other.group)
                && !type.equals("cohort")
                && !type.equals("hogql");
    }

    boolean hasValue() {
        return !values.isEmpty();
    }

    List<String> lowerCaseValues() {
        return values.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
    }

    private static String text(JsonNode filter, String name, String fallback) {
        return filter.path(name).asString(fallback);
    }

    private static void add(List<String> values, JsonNode value) {
        String text = value.isNumber() ? number(value.decimalValue()) : value.asString("");
        if (!text.isEmpty()) {
            values.add(text);
        }
    }

    /** The shortest form, as queries compare numbers: 1.0 is 1. */
    private static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
