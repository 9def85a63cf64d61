package dev.tessera.query.nodes;

import dev.tessera.kernel.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads breakdown filters (spec/queries-trends.md 6.3). */
final class BreakdownFilters {
    private static final int DEFAULT_LIMIT = 25;
    private static final int MAX_LIMIT = 1_000;
    private static final int MAX_BREAKDOWNS = 3;

    private static final Set<String> LATER_TYPES = Set.of(
            "person",
            "event_metadata",
            "group",
            "session",
            "hogql",
            "cohort",
            "data_warehouse",
            "data_warehouse_person_property",
            "revenue_analytics");

    private BreakdownFilters() {}

    static BreakdownFilter parse(Fields fields) {
        List<BreakdownFilter.Property> several = several(fields);
        Optional<JsonNode> single = fields.value("breakdown");
        boolean normalizeUrl = fields.flag("breakdown_normalize_url");
        int limit = fields.whole("breakdown_limit", 1, MAX_LIMIT).orElse(DEFAULT_LIMIT);
        boolean hideOther = fields.flag("breakdown_hide_other_aggregation");
        fields.refuse("breakdown_histogram_bin_count", "breakdown_path_cleaning");
        Optional<String> type = fields.text("breakdown_type");
        type.ifPresent(it -> checkKnown(it, fields.path("breakdown_type")));
        fields.whole("breakdown_group_type_index", 0, 4);
        fields.end();
        if (single.isPresent() && !several.isEmpty()) {
            throw ProblemException.invalid(
                    "\"breakdown\" and \"breakdowns\" exclude each other. Send one of them.", fields.path("breakdown"));
        }
        if (single.isPresent()) {
            type.ifPresent(it -> checkSupported(it, fields.path("breakdown_type")));
            return new BreakdownFilter.ByEventProperties(
                    List.of(new BreakdownFilter.Property(key(single.get(), fields.path("breakdown")), normalizeUrl)),
                    false,
                    limit,
                    hideOther);
        }
        return several.isEmpty()
                ? new BreakdownFilter.None()
                : new BreakdownFilter.ByEventProperties(several, true, limit, hideOther);
    }

    private static List<BreakdownFilter.Property> several(Fields fields) {
        List<JsonNode> items = fields.list("breakdowns");
        String path = fields.path("breakdowns");
        if (items.size() > MAX_BREAKDOWNS) {
            throw ProblemException.invalid("A query can have " + MAX_BREAKDOWNS + " breakdowns at most.", path);
        }
        if (items.size() > 1) {
            throw Refusals.notSupported("Several breakdowns at once are not supported yet. Send one.", path);
        }
        List<BreakdownFilter.Property> properties = new ArrayList<>();
        for (JsonNode item : items) {
            properties.add(property(Fields.of(item, path + "__" + properties.size(), "A breakdown")));
        }
        return properties;
    }

    private static BreakdownFilter.Property property(Fields fields) {
        String key = key(fields.required("property"), fields.path("property"));
        fields.text("type").ifPresent(it -> {
            checkKnown(it, fields.path("type"));
            checkSupported(it, fields.path("type"));
        });
        boolean normalizeUrl = fields.flag("normalize_url");
        fields.refuse("histogram_bin_count");
        fields.whole("group_type_index", 0, 4);
        fields.end();
        return new BreakdownFilter.Property(key, normalizeUrl);
    }

    private static String key(JsonNode json, String path) {
        if (json.isArray()) {
            throw Refusals.notSupported(
                    "A breakdown by a list is not supported yet. Name one property of the events.", path);
        }
        return Texts.of(json, path);
    }

    private static void checkKnown(String type, String path) {
        if (!type.equals("event") && !LATER_TYPES.contains(type)) {
            throw ProblemException.invalid("There is no breakdown type " + Texts.quote(type) + ". Use event.", path);
        }
    }

    private static void checkSupported(String type, String path) {
        if (!type.equals("event")) {
            throw Refusals.notSupported("Breakdowns of type \"" + type + "\" are not supported yet. Use event.", path);
        }
    }
}
