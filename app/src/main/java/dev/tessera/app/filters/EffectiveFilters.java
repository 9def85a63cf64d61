package dev.tessera.app.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The filters that apply to one tile: those of its dashboard and its own, the tile's going first where both speak
 * (spec/dashboards.md 5.3).
 *
 * @param dates empty to leave the dates of queries alone
 */
public record EffectiveFilters(
        Optional<Dates> dates,
        List<JsonNode> properties,
        Optional<JsonNode> breakdown,
        Optional<JsonNode> interval,
        Optional<JsonNode> testAccounts) {
    public EffectiveFilters {
        properties = List.copyOf(properties);
    }

    /** A range of dates; one end at least is there. An absent one takes the end of a query away. */
    public record Dates(Optional<JsonNode> from, Optional<JsonNode> to, Optional<JsonNode> explicit) {}

    /** Filters that change nothing. */
    public static EffectiveFilters none() {
        return new EffectiveFilters(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What applies to a tile with the filters {@code tile} on a dashboard with the filters {@code dashboard}. */
    public static EffectiveFilters of(JsonNode dashboard, JsonNode tile) {
        EffectiveFilters own = read(tile);
        return tile.path("ignoreDashboardFilters").asBoolean(false) ? own : own.over(read(dashboard));
    }

    /** Whether no query changes by them. */
    public boolean isEmpty() {
        return equals(none());
    }

    private EffectiveFilters over(EffectiveFilters dashboard) {
        List<JsonNode> all = new ArrayList<>(Contradictions.without(dashboard.properties, properties));
        all.addAll(properties);
        return new EffectiveFilters(
                dates.or(dashboard::dates),
                all,
                breakdown.or(dashboard::breakdown),
                interval.or(dashboard::interval),
                testAccounts.or(dashboard::testAccounts));
    }

    private static EffectiveFilters read(JsonNode filters) {
        JsonNode properties = filters.path("properties");
        return new EffectiveFilters(
                dates(filters),
                FilterJson.isNothing(properties) ? List.of() : FilterJson.flattened(properties),
                value(filters, "breakdown_filter"),
                value(filters, "interval"),
                value(filters, "filterTestAccounts"));
    }

    private static Optional<Dates> dates(JsonNode filters) {
        Optional<JsonNode> from = value(filters, "date_from");
        Optional<JsonNode> to = value(filters, "date_to");
        return from.isEmpty() && to.isEmpty()
                ? Optional.empty()
                : Optional.of(new Dates(from, to, value(filters, "explicitDate")));
    }

    private static Optional<JsonNode> value(JsonNode filters, String name) {
        JsonNode value = filters.path(name);
        return FilterJson.isNothing(value)
                        || (value.isString() && value.asString().isEmpty())
                ? Optional.empty()
                : Optional.of(value);
    }
}
