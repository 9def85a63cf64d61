package dev.tessera.query.nodes;

import dev.tessera.kernel.time.DateRangeRequest;
import dev.tessera.kernel.time.Interval;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Numbers of events over time or in total (spec/queries-trends.md 6).
 *
 * @param dateRange already rounded the way that {@code display} wants
 * @param interval as asked for; displays that show one total ignore it
 * @param filter applies to every series
 */
public record TrendsQuery(
        List<SeriesNode> series,
        DateRangeRequest dateRange,
        Interval interval,
        PropertyFilter filter,
        boolean filterTestAccounts,
        Display display,
        BreakdownFilter breakdown,
        JsonNode json)
        implements Query {
    public TrendsQuery {
        series = List.copyOf(series);
    }
}
