package dev.tessera.query.nodes;

import dev.tessera.kernel.problem.ProblemException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads series nodes (spec/queries-trends.md 2). */
final class SeriesNodes {
    private SeriesNodes() {}

    static SeriesNode parse(JsonNode json, String path, PropertyFilters filters) {
        Fields fields = Fields.of(json, path, "A series");
        String kind = Texts.of(fields.required("kind"), fields.path("kind"));
        return switch (kind) {
            case "EventsNode" -> events(fields, filters);
            case "ActionsNode", "GroupNode", "DataWarehouseNode" ->
                throw Refusals.notSupported(
                        "Series of kind " + kind + " are not supported yet. Use EventsNode.", fields.path("kind"));
            default ->
                throw ProblemException.invalid(
                        "There is no series kind " + Texts.quote(kind) + ". Use EventsNode.", fields.path("kind"));
        };
    }

    private static EventsNode events(Fields fields, PropertyFilters filters) {
        EventSelector event = fields.text("event")
                .<EventSelector>map(EventSelector.Named::new)
                .orElse(new EventSelector.All());
        SeriesMath math = fields.text("math")
                .map(it -> SeriesMath.named(it, fields.path("math")))
                .orElse(SeriesMath.TOTAL);
        boolean groups = fields.whole("math_group_type_index", 0, 4).isPresent();
        if (groups && math == SeriesMath.DAU) {
            throw Refusals.notSupported(
                    "Counting groups is not supported yet. Leave out \"math_group_type_index\" to count persons.",
                    fields.path("math_group_type_index"));
        }
        PropertyFilter filter = new PropertyFilter.And(List.of(
                filters.listOrGroup(fields.value("properties"), fields.path("properties")),
                filters.listOrGroup(fields.value("fixedProperties"), fields.path("fixedProperties"))));
        // Neither counting looks at a value, so what describes that value changes nothing.
        fields.accept(Shape.TEXT, "math_property", "math_property_type", "math_hogql");
        fields.accept(Shape.OBJECT, "math_property_revenue_currency");
        fields.accept(Shape.NUMBER, "math_multiplier");
        fields.accept(Shape.TEXT, "name", "custom_name");
        fields.accept(Shape.BOOLEAN, "optionalInFunnel");
        fields.accept(Shape.NUMBER, "limit", "version");
        fields.accept(Shape.LIST, "orderBy");
        fields.accept(Shape.ANY, "response");
        fields.end();
        return new EventsNode(event, math, filter, fields.json());
    }
}
