package dev.tessera.query.nodes;

import java.util.List;

/** Whether and by what a trend is split (spec/queries-trends.md 6.3). */
public sealed interface BreakdownFilter {
    /** Not at all. */
    record None() implements BreakdownFilter {}

    /**
     * By properties of the event.
     *
     * @param properties at least one
     * @param asList whether the values of the results are lists, as {@code breakdowns} wants, also when there is one
     * @param limit how many values keep their identity
     * @param hideOther whether the sum of the other values is left out
     */
    record ByEventProperties(List<Property> properties, boolean asList, int limit, boolean hideOther)
            implements BreakdownFilter {
        public ByEventProperties {
            properties = List.copyOf(properties);
        }
    }

    /**
     * A property to split by.
     *
     * @param normalizeUrl whether what trails a URL without meaning is cut off
     */
    record Property(String key, boolean normalizeUrl) {}
}
