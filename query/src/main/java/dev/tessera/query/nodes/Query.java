package dev.tessera.query.nodes;

import dev.tessera.kernel.time.Interval;
import tools.jackson.databind.JsonNode;

/** A question about the events of a project. */
public sealed interface Query permits TrendsQuery {
    /** The size of the buckets asked for; it also decides how long a result stays fresh. */
    Interval interval();

    /** The query as it was sent, without wrappers. Treat it as unchangeable. */
    JsonNode json();
}
