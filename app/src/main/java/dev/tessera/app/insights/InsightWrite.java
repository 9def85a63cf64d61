package dev.tessera.app.insights;

import dev.tessera.app.http.Fields;
import dev.tessera.app.tags.Tags;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.query.nodes.Queries;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * What a request wants an insight to be; what is empty stays as it is.
 *
 * @param details with what stays
 * @param dashboards all that shall show the insight
 */
record InsightWrite(
        InsightDetails details,
        Optional<Boolean> saved,
        Optional<Boolean> favorited,
        Optional<Boolean> deleted,
        Optional<List<DashboardId>> dashboards) {
    private static final int MAX_DESCRIPTION = 20_000;
    private static final int MAX_QUERY = 200_000;
    private static final int MAX_DASHBOARDS = 100;

    /** Reads the fields of a request about an insight that has the details {@code present}; others are ignored. */
    static InsightWrite read(Fields fields, InsightDetails present) {
        fields.refuse("filters", "Insights from \"filters\" are not supported. Send a \"query\".");
        fields.refuse("_create_in_folder", "Folders are not supported yet. Leave out \"_create_in_folder\".");
        InsightDetails details = new InsightDetails(
                text(fields, "name", present.name(), InsightDetails.MAX_NAME),
                text(fields, "derived_name", present.derivedName(), InsightDetails.MAX_NAME),
                text(fields, "description", present.description(), MAX_DESCRIPTION),
                query(fields, present.query()),
                order(fields, present.order()),
                Tags.read(fields, present.tags()));
        return new InsightWrite(
                details, flag(fields, "saved"), flag(fields, "favorited"), flag(fields, "deleted"), dashboards(fields));
    }

    private static Optional<String> text(Fields fields, String name, Optional<String> present, int max) {
        return Optional.ofNullable(fields.nullableText(name, present.orElse(null), max));
    }

    private static Optional<JsonNode> query(Fields fields, Optional<JsonNode> present) {
        if (!fields.has("query")) {
            return present;
        }
        JsonNode query = fields.json().path("query");
        if (query.isNull()) {
            return Optional.empty();
        }
        Queries.validateStored(query);
        if (Json.write(query).length() > MAX_QUERY) {
            throw ProblemException.invalid("A query can have " + MAX_QUERY + " characters of JSON at most.", "query");
        }
        return Optional.of(query);
    }

    private static OptionalInt order(Fields fields, OptionalInt present) {
        if (!fields.has("order")) {
            return present;
        }
        Long order = fields.nullableInteger("order", null);
        if (order == null) {
            return OptionalInt.empty();
        }
        if (order != order.intValue()) {
            throw ProblemException.invalid("Ensure this value fits into 32 bits.", "order");
        }
        return OptionalInt.of(order.intValue());
    }

    private static Optional<Boolean> flag(Fields fields, String name) {
        return fields.has(name) ? Optional.of(fields.flag(name, false)) : Optional.empty();
    }

    private static Optional<List<DashboardId>> dashboards(Fields fields) {
        return fields.integers("dashboards").map(ids -> {
            if (ids.size() > MAX_DASHBOARDS) {
                throw new ProblemException(new Problem.Invalid(
                        "max_length",
                        "Ensure this field has no more than " + MAX_DASHBOARDS + " elements.",
                        "dashboards"));
            }
            return ids.stream().distinct().map(InsightWrite::dashboard).toList();
        });
    }

    private static DashboardId dashboard(long id) {
        if (id <= 0) {
            throw ProblemException.invalid("Dashboard not found", "dashboards");
        }
        return new DashboardId(id);
    }
}
