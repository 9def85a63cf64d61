package dev.tessera.app.dashboards;

import dev.tessera.app.filters.FilterJson;
import dev.tessera.app.http.Fields;
import dev.tessera.app.tags.Tags;
import dev.tessera.app.tiles.RestrictionLevel;
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

    private DashboardWrite() {}

    /** The details of a new dashboard. */
    static DashboardDetails create(Fields fields) {
        checkSource(fields);
        return details(fields, DashboardDetails.none(), Json.object());
    }

    /** The details of a dashboard that has {@code present} ones. */
    static DashboardDetails update(Fields fields, DashboardDetails present) {
        fields.refuse("duplicate_tiles", "Tiles cannot be duplicated yet. Leave out \"duplicate_tiles\".");
        return details(fields, present, variables(fields, present.variables()));
    }

    private static DashboardDetails details(Fields fields, DashboardDetails present, JsonNode variables) {
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
                Displays.breakdownColors(fields, present.breakdownColors()),
                instant(fields, "last_accessed_at", present.lastAccessedAt()),
                instant(fields, "last_refresh", present.lastRefreshAt()));
    }

    private static void checkSource(Fields fields) {
        fields.nullableInteger("use_dashboard", null);
        if (fields.asks("use_dashboard") && fields.asks("use_template")) {
            throw ProblemException.invalid("`use_dashboard` and `use_template` cannot be used together", "");
        }
        fields.refuse("use_template", "Templates are not supported yet. Leave out \"use_template\".");
        fields.refuse("use_dashboard", "Dashboards cannot be duplicated yet. Leave out \"use_dashboard\".");
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

    /** The items of {@code tiles}; none when it is absent. */
    static List<JsonNode> tiles(Fields fields, int max) {
        List<JsonNode> items = fields.list("tiles").orElse(List.of());
        if (items.size() > max) {
            throw new ProblemException(new Problem.Invalid(
                    "max_length", "Ensure this field has no more than " + max + " elements.", "tiles"));
        }
        return items;
    }
}
