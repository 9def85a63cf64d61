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
    public InsightDetails {
        tags = List.copyOf(tags);
    }

    /** Details without anything in them. */
    public static InsightDetails none() {
        return new InsightDetails(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), List.of());
    }

    /** Whether the difference to {@code other} makes a modification (spec/insights-and-query-api.md 5.4). */
    boolean differsMateriallyFrom(InsightDetails other) {
        return !name.equals(other.name) || !description.equals(other.description) || !query.equals(other.query);
    }
}
