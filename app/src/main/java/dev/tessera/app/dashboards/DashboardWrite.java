package dev.tessera.app.dashboards;

import dev.tessera.app.filters.FilterJson;
import dev.tessera.app.http.Fields;
import dev.tessera.app.tags.Tags;
import dev.tessera.app.tiles.RestrictionLevel;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what a request wants a dashboard to be (spec/dashboards.md 4.2 and 4.4). */
final class DashboardWrite {
    private static final int MAX_NAME = 400;
    private static final int MAX_DESCRIPTION = 20_000;
    private static final int MAX_VARIABLES = 100_000;
    private static final int MAX_ITEMS = 500;
    private static final String SOURCE = "use_dashboard";

    private DashboardWrite() {}

    /** The dashboard that a new one is to be a copy of, if any. */
    static Optional<DashboardId> source(Fields fields) {
        Long source = fields.nullableInteger(SOURCE, null);
        if (fields.asks(SOURCE) && fields.asks("use_template")) {
            throw ProblemException.invalid("`use_dashboard` and `use_template` cannot be used together", "");
        }
        fields.refuse("use_template", "Templates are not supported yet. Leave out \"use_template\".");
        if (source == null || source == 0) {
            return Optional.empty();
        }
        if (source < 0) {
            throw noSource();
        }
        return Optional.of(new DashboardId(source));
    }

    /** That there is no such dashboard to copy. */
    static ProblemException noSource() {
        return ProblemException.invalid("Invalid value provided", SOURCE);
    }

    /** The details of a new dashboard, which is a copy of one with the details {@code source} if there is such. */
    static DashboardDetails create(Fields fields, Optional<DashboardDetails> source) {
        DashboardDetails start = source.map(DashboardDetails::ofCopy).orElseGet(DashboardDetails::none);
        JsonNode wanted = Displays.breakdownColors(fields, start.breakdownColors());
        JsonNode colors = start.breakdownColors().isEmpty() ? wanted : start.breakdownColors();
        return details(fields, start, start.variables(), colors);
    }

    /** The details of a dashboard that has {@code present} ones. */
    static DashboardDetails update(Fields fields, DashboardDetails present) {
        return details(
                fields,
                present,
                variables(fields, present.variables()),
                Displays.breakdownColors(fields, present.breakdownColors()));
    }

    private static DashboardDetails details(
            Fields fields, DashboardDetails present, JsonNode variables, JsonNode colors) {
        refuseLater(fields);
        Displays.checkQuickFilters(fields);
        return new DashboardDetails(
                Optional.ofNullable(fields.nullableText("name", present.name().orElse(null), MAX_NAME)),
                fields.text("description", present.description(), MAX_DESCRIPTION),
                fields.flag("pinned", present.pinned()),
                Tags.read(fields, present.tags()),
                restriction(fields, present.restriction()),
                fields.asks("filters") ? FilterJson.normalized(fields.json().path("filters")) : present.filters(),
                variables,
                colors,
                instant(fields, "last_accessed_at", present.lastAccessedAt()),
                instant(fields, "last_refresh", present.lastRefreshAt()));
    }

    private static void refuseLater(Fields fields) {
        fields.refuse("_create_in_folder", "Folders are not supported yet. Leave out \"_create_in_folder\".");
        fields.refuse("grid_spacing", "The spacing of tiles cannot be set yet. Leave out \"grid_spacing\".");
        fields.refuse(
                "layout_compaction", "The compaction of tiles cannot be set yet. Leave out \"layout_compaction\".");
        fields.nullableInteger("data_color_theme_id", null);
        fields.refuse("data_color_theme_id", "There are no colour themes yet. Send null.");
    }

    private static RestrictionLevel restriction(Fields fields, RestrictionLevel present) {
        Optional<JsonNode> value = fields.value("restriction_level");
        if (value.isEmpty()) {
            return present;
        }
        String text = value.get().asString("");
        for (RestrictionLevel level : RestrictionLevel.values()) {
            if (Integer.toString(level.number()).equals(text)) {
                return level;
            }
        }
        throw new ProblemException(
                new Problem.Invalid("invalid_choice", "\"" + text + "\" is not a valid choice.", "restriction_level"));
    }

    private static JsonNode variables(Fields fields, JsonNode present) {
        if (!fields.asks("variables")) {
            return present;
        }
        JsonNode variables = fields.json().path("variables");
        if (!variables.isObject()) {
            throw ProblemException.invalid("Filters must be a dictionary", ""); // Clients know this sentence.
        }
        if (Json.write(variables).length() > MAX_VARIABLES) {
            throw ProblemException.invalid(
                    "Variables can have " + MAX_VARIABLES + " characters of JSON at most.", "variables");
        }
        return variables;
    }

    private static Optional<Instant> instant(Fields fields, String name, Optional<Instant> present) {
        return Optional.ofNullable(fields.nullableInstant(name, present.orElse(null)));
    }

    /** The objects in the list {@code name}; none when it asks for nothing. */
    static List<JsonNode> items(Fields fields, String name) {
        List<JsonNode> items = fields.asks(name) ? fields.list(name).orElseThrow() : List.of();
        if (items.size() > MAX_ITEMS) {
            throw new ProblemException(new Problem.Invalid(
                    "max_length", "Ensure this field has no more than " + MAX_ITEMS + " elements.", name));
        }
        return items;
    }
}
