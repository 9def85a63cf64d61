package dev.tessera.query.nodes;

import dev.tessera.kernel.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads property filters (spec/queries-trends.md 4). Limits keep one query from asking for the absurd. */
public final class PropertyFilters {
    private static final int MAX_FILTERS = 500;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_VALUES = 10_000;

    private static final Set<String> LATER_TYPES = Set.of(
            "person",
            "person_metadata",
            "event_metadata",
            "group",
            "session",
            "cohort",
            "element",
            "hogql",
            "recording",
            "log_entry",
            "log",
            "log_attribute",
            "log_resource_attribute",
            "span",
            "span_attribute",
            "span_resource_attribute",
            "error_tracking_issue",
            "revenue_analytics",
            "data_warehouse",
            "data_warehouse_person_property",
            "workflow_variable");

    private static final Set<String> LATER_OPERATORS = Set.of(
            "in",
            "not_in",
            "not_icontains",
            "icontains_multi",
            "not_icontains_multi",
            "regex",
            "not_regex",
            "gt",
            "gte",
            "lt",
            "lte",
            "min",
            "max",
            "between",
            "not_between",
            "is_set",
            "is_not_set",
            "is_date_exact",
            "is_date_before",
            "is_date_after",
            "is_cleaned_path_exact",
            "semver_eq",
            "semver_neq",
            "semver_gt",
            "semver_gte",
            "semver_lt",
            "semver_lte",
            "semver_tilde",
            "semver_caret",
            "semver_wildcard",
            "flag_evaluates_to");

    private int filters;
    private int values;

    PropertyFilters() {}

    /**
     * A project's test account filters. One that this version cannot use, or that is wrong, becomes
     * {@link PropertyFilter.Unusable}, so that only queries that need it fail.
     *
     * @param json the list that the project holds
     */
    public static List<PropertyFilter> testAccounts(JsonNode json) {
        List<PropertyFilter> filters = new ArrayList<>();
        for (JsonNode item : json.values()) {
            try {
                filters.add(new PropertyFilters().one(item, "test_account_filters__" + filters.size(), 0));
            } catch (ProblemException e) {
                filters.add(new PropertyFilter.Unusable(e.problem()));
            }
        }
        return filters;
    }

    /** What a field holds that may be a list of filters or a group of them. */
    PropertyFilter listOrGroup(Optional<JsonNode> json, String path) {
        if (json.isEmpty()) {
            return new PropertyFilter.Anything();
        }
        return json.get().isArray() ? new PropertyFilter.And(list(json.get(), path, 0)) : one(json.get(), path, 0);
    }

    private List<PropertyFilter> list(JsonNode json, String path, int depth) {
        List<PropertyFilter> parsed = new ArrayList<>();
        for (JsonNode item : json.values()) {
            parsed.add(one(item, path + "__" + parsed.size(), depth));
        }
        return parsed;
    }

    private PropertyFilter one(JsonNode json, String path, int depth) {
        if (++filters > MAX_FILTERS) {
            throw ProblemException.invalid("A query can have " + MAX_FILTERS + " property filters at most.", path);
        }
        if (depth > MAX_DEPTH) {
            throw ProblemException.invalid("Property filters can be nested " + MAX_DEPTH + " deep at most.", path);
        }
        Fields fields = Fields.of(json, path, "A property filter");
        String type = fields.text("type").orElse("event");
        return switch (type) {
            case "AND" -> new PropertyFilter.And(group(fields, depth));
            case "OR" -> new PropertyFilter.Or(group(fields, depth));
            case "event", "feature" -> event(fields);
            // A dependency between flags says nothing about events.
            case "empty", "flag" -> new PropertyFilter.Anything();
            default -> throw unknownType(type, fields.path("type"));
        };
    }

    private List<PropertyFilter> group(Fields fields, int depth) {
        Optional<JsonNode> values = fields.value("values");
        values.ifPresent(it -> Shape.LIST.check(it, "values", fields.path("values")));
        fields.end();
        return values.map(it -> list(it, fields.path("values"), depth + 1)).orElse(List.of());
    }

    private static ProblemException unknownType(String type, String path) {
        return LATER_TYPES.contains(type)
                ? Refusals.notSupported("Filters of type \"" + type + "\" are not supported yet. Use type event.", path)
                : ProblemException.invalid("There is no filter type " + Texts.quote(type) + ". Use type event.", path);
    }

    private PropertyFilter event(Fields fields) {
        Optional<String> key = fields.text("key");
        PropertyFilter.Operator operator = fields.text("operator")
                .map(it -> operator(it, fields.path("operator")))
                .orElse(PropertyFilter.Operator.EXACT);
        List<String> texts = fields.value("value")
                .map(it -> values(it, fields.path("value")))
                .orElse(List.of());
        fields.accept(Shape.TEXT, "label");
        fields.end();
        return key.isEmpty() || texts.isEmpty()
                ? new PropertyFilter.Anything()
                : new PropertyFilter.EventProperty(key.get(), operator, texts);
    }

    private static PropertyFilter.Operator operator(String name, String path) {
        return switch (name) {
            case "exact" -> PropertyFilter.Operator.EXACT;
            case "is_not" -> PropertyFilter.Operator.IS_NOT;
            case "icontains" -> PropertyFilter.Operator.ICONTAINS;
            default -> {
                String use = " Use exact, is_not or icontains.";
                throw LATER_OPERATORS.contains(name)
                        ? Refusals.notSupported("The operator \"" + name + "\" is not supported yet." + use, path)
                        : ProblemException.invalid("There is no operator " + Texts.quote(name) + "." + use, path);
            }
        };
    }

    private List<String> values(JsonNode json, String path) {
        List<String> texts = new ArrayList<>();
        if (json.isArray()) {
            for (JsonNode item : json.values()) {
                texts.add(Texts.comparable(item, path + "__" + texts.size()));
                countValue(path);
            }
        } else {
            texts.add(Texts.comparable(json, path));
            countValue(path);
        }
        return texts;
    }

    private void countValue(String path) {
        if (++values > MAX_VALUES) {
            throw ProblemException.invalid(
                    "The filters of a query can have " + MAX_VALUES + " values at most, all together.", path);
        }
    }
}
