package dev.tessera.query.nodes;

import tools.jackson.databind.JsonNode;

/** A series of the events of one name, or of all. */
public record EventsNode(EventSelector event, SeriesMath math, PropertyFilter filter, JsonNode json)
        implements SeriesNode {
    @Override
    public String label() {
        return switch (event) {
            case EventSelector.All it -> "All events";
            case EventSelector.Named it -> it.name();
        };
    }
}
