package dev.tessera.app.filters;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Which property filters cannot both hold, as far as their text proves it (spec/dashboards.md 5.4). */
final class Contradictions {
    private Contradictions() {}

    /** The {@code filters} that none of {@code others} contradicts. */
    static List<JsonNode> without(List<JsonNode> filters, List<JsonNode> others) {
        return filters.stream().filter(it -> !anyContradicts(others, it)).toList();
    }

    static boolean anyContradicts(List<JsonNode> filters, JsonNode filter) {
        ComparableFilter one = ComparableFilter.of(filter);
        return filters.stream().map(ComparableFilter::of).anyMatch(it -> contradict(one, it));
    }

    private static boolean contradict(ComparableFilter one, ComparableFilter other) {
        return one.isAboutTheSameAs(other) && (excludes(one, other) || excludes(other, one));
    }

    /** Whether {@code positive} being true makes {@code other} false. */
    private static boolean excludes(ComparableFilter positive, ComparableFilter other) {
        return switch (positive.operator()) {
            case "exact", "in" -> excludesExactly(positive, other);
            case "icontains" ->
                switch (other.operator()) {
                    case "not_icontains" ->
                        bothHaveValues(positive, other)
                                && positive.lowerCaseValues().stream()
                                        .allMatch(needle ->
                                                other.lowerCaseValues().stream().anyMatch(needle::contains));
                    case "is_not_set" -> positive.hasValue();
                    default -> false;
                };
            case "regex" ->
                switch (other.operator()) {
                    case "not_regex" ->
                        positive.hasValue()
                                && positive.values().size() == 1
                                && positive.values().equals(other.values());
                    case "is_not_set" -> positive.hasValue();
                    default -> false;
                };
            case "is_set" -> other.operator().equals("is_not_set");
            default -> false;
        };
    }

    private static boolean excludesExactly(ComparableFilter positive, ComparableFilter other) {
        return switch (other.operator()) {
            case "is_not", "not_in" ->
                bothHaveValues(positive, other) && other.values().containsAll(positive.values());
            case "exact", "in" ->
                bothHaveValues(positive, other) && positive.values().stream().noneMatch(other.values()::contains);
            case "is_not_set" -> positive.hasValue();
            default -> false;
        };
    }

    private static boolean bothHaveValues(ComparableFilter one, ComparableFilter other) {
        return one.hasValue() && other.hasValue();
    }
}
