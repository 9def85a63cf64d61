package dev.tessera.app.insights;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * What people write into an insight.
 *
 * @param derivedName a name that a client made from the query
 * @param query the query in its wrapper. Treat it as unchangeable
 * @param order its place among others where nothing else decides
 * @param tags lower-cased, in order
 */
public record InsightDetails(
        Optional<String> name,
        Optional<String> derivedName,
        Optional<String> description,
        Optional<JsonNode> query,
        OptionalInt order,
        List<String> tags) {
    /** The most characters of a name. */
    static final int MAX_NAME = 400;

    private static final String COPY = " (Copy)";

    public InsightDetails {
        tags = List.copyOf(tags);
    }

    /** Details without anything in them. */
    public static InsightDetails none() {
        return new InsightDetails(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), List.of());
    }

    /** The details of a copy, whose name says that it is one; without a name it stays without (spec/dashboards.md 4.2). */
    InsightDetails ofCopy() {
        return new InsightDetails(
                name.filter(it -> !it.isEmpty()).map(InsightDetails::nameOfCopy),
                derivedName,
                description,
                query,
                order,
                tags);
    }

    private static String nameOfCopy(String name) {
        int most = MAX_NAME - COPY.length();
        boolean fits = name.codePointCount(0, name.length()) <= most;
        return (fits ? name : name.substring(0, name.offsetByCodePoints(0, most))) + COPY;
    }

    /** Whether the difference to {@code other} makes a modification (spec/insights-and-query-api.md 5.4). */
    boolean differsMateriallyFrom(InsightDetails other) {
        return !name.equals(other.name) || !description.equals(other.description) || !query.equals(other.query);
    }
}
