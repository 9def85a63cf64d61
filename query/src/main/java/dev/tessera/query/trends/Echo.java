package dev.tessera.query.trends;

import dev.tessera.kernel.json.Json;
import dev.tessera.query.nodes.SeriesNode;
import dev.tessera.query.nodes.TrendsQuery;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a result that say what was asked (spec/queries-trends.md 6.7). */
final class Echo {
    private Echo() {}

    /** The flat form of the query that old clients read. */
    static ObjectNode filter(TrendsQuery query) {
        JsonNode json = query.json();
        JsonNode dateRange = json.path("dateRange");
        JsonNode properties = json.path("properties");
        ObjectNode filter = Json.object();
        filter.put("insight", "TRENDS");
        filter.set("properties", properties.isContainer() ? properties : Json.array());
        filter.put("filter_test_accounts", query.filterTestAccounts());
        filter.set("date_from", orNull(dateRange, "date_from"));
        filter.set("date_to", orNull(dateRange, "date_to"));
        filter.put("entity_type", "events");
        filter.set("sampling_factor", orNull(json, "samplingFactor"));
        filter.set("aggregation_group_type_index", orNull(json, "aggregation_group_type_index"));
        filter.put("interval", query.interval().wireName());
        addFields(filter, json.path("trendsFilter"));
        addFields(filter, json.path("breakdownFilter"));
        return filter;
    }

    private static void addFields(ObjectNode filter, JsonNode object) {
        object.properties().forEach(it -> {
            if (!it.getValue().isNull()) {
                filter.set(it.getKey(), it.getValue());
            }
        });
    }

    /**
     * The series as its result repeats it.
     *
     * @param days the start of each bucket as an ISO date and time with offset
     */
    static ObjectNode action(SeriesNode series, int order, ArrayNode days) {
        ObjectNode action = Json.object();
        action.set("days", days);
        action.set("id", orNull(series.json(), "event"));
        action.put("type", "events");
        action.put("order", order);
        action.put("name", series.label());
        for (String field : List.of("custom_name", "math", "math_property", "math_hogql", "math_group_type_index")) {
            action.set(field, orNull(series.json(), field));
        }
        action.putObject("properties");
        return action;
    }

    private static JsonNode orNull(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null ? NullNode.getInstance() : value;
    }
}
