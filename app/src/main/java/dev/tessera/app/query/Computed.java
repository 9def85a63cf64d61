package dev.tessera.app.query;

import dev.tessera.kernel.time.DateRange;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A result as the cache keeps it, together with its age.
 *
 * @param response never changed after it was made
 * @param lastRefresh when its computation began, the "now" of its dates
 * @param range the range that it is about
 * @param footprint its size
 */
record Computed(ObjectNode response, Instant lastRefresh, DateRange range, Footprint footprint) {}
