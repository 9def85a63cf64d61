package dev.tessera.app.query;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What there is to say to a query. */
public sealed interface Answer {
    /** Names the query with all that its result depends on; opaque. */
    String cacheKey();

    /**
     * A result.
     *
     * @param response the query's response: {@code results}, {@code hasMore}, {@code hogql}, {@code resolved_date_range} …
     *     Shared with the cache: treat it as unchangeable
     * @param heapBytes about what it takes in memory
     * @param cached whether it was computed before this request
     * @param lastRefresh when it was computed
     * @param targetAge when it stops being fresh; empty when it always is
     * @param nextRefresh when a client should ask for a new one at the earliest
     */
    record Result(
            String cacheKey,
            ObjectNode response,
            long heapBytes,
            boolean cached,
            Instant lastRefresh,
            Optional<Instant> targetAge,
            Instant nextRefresh)
            implements Answer {}

    /** The cache has none, and nothing was computed. */
    record Missing(String cacheKey) implements Answer {}
}
