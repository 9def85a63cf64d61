package dev.tessera.app.access;

import dev.tessera.app.http.Fields;
import dev.tessera.app.http.Schema;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * What a request wants to change of a project; what is empty stays.
 *
 * @param weekStartDay empty to leave it, an empty number for the default
 * @param testAccountFilters the text of a JSON list
 */
record ProjectPatch(
        Optional<String> name,
        Optional<ZoneId> timezone,
        Optional<OptionalInt> weekStartDay,
        Optional<String> testAccountFilters) {
    /** The most characters of a project's name. */
    static final int MAX_NAME = 200;

    private static final int MAX_FILTERS = 100;
    private static final int MAX_FILTERS_TEXT = 100_000;

    /** Reads the fields of a request; others are ignored. */
    static ProjectPatch of(Fields fields) {
        return new ProjectPatch(
                fields.has("name") ? Optional.of(fields.nonBlankText("name", "", MAX_NAME)) : Optional.empty(),
                fields.has("timezone") ? Optional.of(zone(fields)) : Optional.empty(),
                fields.has("week_start_day") ? Optional.of(weekStartDay(fields)) : Optional.empty(),
                fields.list("test_account_filters").map(it -> filters(fields, it)));
    }

    /** What a request may hold. */
    static Schema schema() {
        return Schema.object()
                .field("name", Schema.string())
                .field("timezone", Schema.string().described("IANA name, such as Europe/Amsterdam"))
                .field("week_start_day", Schema.integer().nullable().described("0 for Sunday, 1 for Monday"))
                .field("test_account_filters", Schema.list(Schema.object()));
    }

    /** {@code project} with the changes. */
    Project applyTo(Project project, Instant now) {
        return new Project(
                project.id(),
                project.uuid(),
                project.organization(),
                project.token(),
                name.orElse(project.name()),
                timezone.orElse(project.timezone()),
                weekStartDay.orElse(project.weekStartDay()),
                testAccountFilters.orElse(project.testAccountFilters()),
                project.ingestedEvent(),
                project.createdAt(),
                now);
    }

    private static ZoneId zone(Fields fields) {
        String name = fields.nonBlankText("timezone", "", MAX_NAME);
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw choice(name, fields.attr("timezone"));
        }
        return ZoneId.of(name);
    }

    private static OptionalInt weekStartDay(Fields fields) {
        Long day = fields.nullableInteger("week_start_day", null);
        if (day == null) {
            return OptionalInt.empty();
        }
        if (day != 0 && day != 1) {
            throw choice(day.toString(), fields.attr("week_start_day"));
        }
        return OptionalInt.of(day.intValue());
    }

    private static String filters(Fields fields, List<JsonNode> items) {
        String attr = fields.attr("test_account_filters");
        ArrayNode list = Json.array();
        for (int i = 0; i < items.size(); i++) {
            list.add(Fields.of(items.get(i), attr + "__" + i).json());
        }
        String text = Json.write(list);
        if (items.size() > MAX_FILTERS || text.length() > MAX_FILTERS_TEXT) {
            throw ProblemException.invalid(
                    "A project can have " + MAX_FILTERS + " test account filters at most, with " + MAX_FILTERS_TEXT
                            + " characters of JSON together.",
                    attr);
        }
        return text;
    }

    private static ProblemException choice(String value, String attr) {
        return new ProblemException(
                new Problem.Invalid("invalid_choice", "\"" + value + "\" is not a valid choice.", attr));
    }
}
