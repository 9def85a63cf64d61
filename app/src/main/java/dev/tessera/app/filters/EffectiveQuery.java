package dev.tessera.app.filters;

import dev.tessera.kernel.json.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Queries with filters from outside applied to them (spec/dashboards.md 5.3 step 4, and 5.6). */
public final class EffectiveQuery {
    private static final int MAX_SOURCES = 10;

    private EffectiveQuery() {}

    /** What {@code query} asks under {@code filters}; queries of kinds that take no filters stay as they are. */
    public static JsonNode of(JsonNode query, EffectiveFilters filters) {
        if (filters.isEmpty() || !(query instanceof ObjectNode)) {
            return query;
        }
        ObjectNode copy = (ObjectNode) query.deepCopy();
        apply(copy, filters, 0);
        return copy;
    }

    private static void apply(ObjectNode query, EffectiveFilters filters, int depth) {
        String kind = query.path("kind").asString("");
        switch (kind) {
            case "InsightVizNode", "DataTableNode", "DataVisualizationNode", "ActorsQuery" -> {
                if (query.path("source") instanceof ObjectNode source && depth < MAX_SOURCES) {
                    apply(source, filters, depth + 1);
                }
            }
            case "HogQLQuery" -> sql(query, filters);
            case "EventsQuery", "SessionsQuery" -> list(query, filters);
            default -> InsightShape.of(kind).ifPresent(it -> insight(query, it, filters));
        }
    }

    private static void insight(ObjectNode query, InsightShape shape, EffectiveFilters filters) {
        filters.dates().ifPresent(it -> {
            ObjectNode range = object(query, "dateRange");
            bounds(range, it, "date_from", "date_to");
            it.explicit().ifPresent(explicit -> range.set("explicitDate", explicit));
        });
        boolean ofEvents = !hasWarehouseSeries(query);
        if (ofEvents && !filters.properties().isEmpty()) {
            Pruning.prune(query, "properties", filters.properties());
            query.path("series").values().forEach(it -> Pruning.prune(it, "properties", filters.properties()));
            query.set("properties", combined(query.path("properties"), filters.properties()));
        }
        filters.breakdown()
                .filter(it -> shape.hasBreakdown() && (ofEvents || isOfWarehouse(it)))
                .ifPresent(it -> query.set("breakdownFilter", it));
        filters.interval().filter(_ -> shape.hasInterval()).ifPresent(it -> query.set("interval", it));
        filters.testAccounts().ifPresent(it -> query.set("filterTestAccounts", it));
        compareNothingWithAll(query);
    }

    /** There is nothing before all of time to compare with. */
    private static void compareNothingWithAll(ObjectNode query) {
        if (query.path("compareFilter") instanceof ObjectNode compare
                && compare.path("compare").asBoolean(false)
                && query.path("dateRange").path("date_from").asString("").equals("all")) {
            compare.put("compare", false);
        }
    }

    private static void sql(ObjectNode query, EffectiveFilters filters) {
        if (filters.dates().isEmpty() && filters.properties().isEmpty()) {
            return;
        }
        ObjectNode inner = object(query, "filters");
        filters.dates().ifPresent(it -> {
            ObjectNode range = object(inner, "dateRange");
            bounds(range, it, "date_from", "date_to");
            range.set("explicitDate", it.explicit().orElse(Json.parse("false")));
        });
        append(inner, filters.properties());
    }

    private static void list(ObjectNode query, EffectiveFilters filters) {
        filters.dates().ifPresent(it -> bounds(query, it, "after", "before"));
        append(query, filters.properties());
    }

    private static void append(ObjectNode query, List<JsonNode> properties) {
        if (properties.isEmpty()) {
            return;
        }
        Pruning.prune(query, "properties", properties);
        ArrayNode all = Json.array();
        query.path("properties").values().forEach(all::add);
        all.addAll(properties);
        query.set("properties", all);
    }

    private static void bounds(ObjectNode target, EffectiveFilters.Dates dates, String from, String to) {
        set(target, from, dates.from());
        set(target, to, dates.to());
    }

    private static void set(ObjectNode target, String name, Optional<JsonNode> value) {
        if (value.isPresent()) {
            target.set(name, value.get());
        } else {
            target.putNull(name);
        }
    }

    /** Both the query's own filters and those from outside; a group of its own keeps how it combines. */
    private static JsonNode combined(JsonNode own, List<JsonNode> outside) {
        ArrayNode list = Json.array().addAll(outside);
        if (own.isEmpty() || (FilterJson.isGroup(own) && own.path("values").isEmpty())) {
            return list;
        }
        ObjectNode both = Json.object().put("type", "AND");
        both.putArray("values").add(own.isArray() ? and(own) : own).add(and(list));
        return both;
    }

    private static ObjectNode and(JsonNode list) {
        ObjectNode group = Json.object().put("type", "AND");
        group.set("values", list);
        return group;
    }

    private static ObjectNode object(ObjectNode parent, String name) {
        return parent.path(name) instanceof ObjectNode present ? present : parent.putObject(name);
    }

    private static boolean hasWarehouseSeries(JsonNode query) {
        return query.path("series")
                .valueStream()
                .anyMatch(it -> it.path("kind").asString("").equals("DataWarehouseNode"));
    }

    private static boolean isOfWarehouse(JsonNode breakdown) {
        return breakdown.path("breakdown_type").asString("").startsWith("data_warehouse");
    }
}
