package dev.tessera.app.dashboards;

import dev.tessera.app.http.Fields;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Checks fields of a dashboard that only clients make sense of (spec/dashboards.md 3.7 and 3.8). */
final class Displays {
    private static final String COLORS = "breakdown_colors";
    private static final String QUICK_FILTERS = "quick_filter_ids";
    private static final int MAX_COLORS = 100_000;
    private static final int MAX_QUICK_FILTERS = 100;

    private Displays() {}

    /** Colours by breakdown value: a list, or an object as old clients send it. */
    static JsonNode breakdownColors(Fields fields, JsonNode present) {
        JsonNode colors = fields.json().path(COLORS);
        if (colors.isMissingNode()) {
            return present;
        }
        if (colors.isNull()) {
            return Json.array();
        }
        if (Json.write(colors).length() > MAX_COLORS) {
            throw ProblemException.invalid("Colours can have " + MAX_COLORS + " characters of JSON at most.", COLORS);
        }
        if (!colors.isObject()) {
            List<JsonNode> items = fields.list(COLORS).orElse(List.of());
            for (int i = 0; i < items.size(); i++) {
                checkColor(Fields.of(items.get(i), COLORS + "__" + i));
            }
        }
        return colors;
    }

    private static void checkColor(Fields color) {
        checkText(color, "breakdownValue");
        if (!color.json().path("colorToken").isNull()) {
            checkText(color, "colorToken");
        }
    }

    private static void checkText(Fields fields, String name) {
        if (!fields.has(name)) {
            throw new ProblemException(new Problem.Invalid("required", "This field is required.", fields.attr(name)));
        }
        fields.text(name, "", MAX_COLORS);
    }

    /** There are no quick filters yet, so the only list of them that is right is the empty one. */
    static void checkQuickFilters(Fields fields) {
        if (!fields.has(QUICK_FILTERS) || fields.json().path(QUICK_FILTERS).isNull()) {
            return;
        }
        List<String> ids = fields.texts(QUICK_FILTERS).orElse(List.of());
        if (ids.size() > MAX_QUICK_FILTERS) {
            throw new ProblemException(new Problem.Invalid(
                    "max_length",
                    "Ensure this field has no more than " + MAX_QUICK_FILTERS + " elements.",
                    QUICK_FILTERS));
        }
        List<String> unknown = ids.stream().map(Displays::uuid).toList();
        if (!unknown.isEmpty()) {
            throw ProblemException.invalid("Quick filters not found: " + String.join(", ", unknown), QUICK_FILTERS);
        }
    }

    private static String uuid(String text) {
        try {
            if (text.length() == 36) {
                return UUID.fromString(text).toString();
            }
        } catch (IllegalArgumentException e) {
            // Answered below.
        }
        String shown = text.length() <= 100 ? text : text.substring(0, 100) + "…";
        throw ProblemException.invalid("Invalid UUID: " + shown, QUICK_FILTERS);
    }
}
