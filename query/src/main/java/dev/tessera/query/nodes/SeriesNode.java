package dev.tessera.query.nodes;

import tools.jackson.databind.JsonNode;

/** One line of a chart: which events, and what is counted (spec/queries-trends.md 2). */
public sealed interface SeriesNode permits EventsNode {
    /** What is counted. */
    SeriesMath math();

    /** What the events have to satisfy besides being of the series. */
    PropertyFilter filter();

    /** What clients call the series. */
    String label();

    /** The node as it was sent. Treat it as unchangeable. */
    JsonNode json();
}
