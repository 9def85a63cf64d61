package dev.tessera.query.plan;

import dev.tessera.kernel.id.ProjectId;

/**
 * One question to the event store: some events of a project, grouped and aggregated.
 *
 * <p>The answer is a list of {@link SeriesRow}, in no particular order. Rows are there only for groups that have
 * events, and only for buckets of the grouping.
 */
public record SeriesPlan(
        ProjectId project,
        TimeBounds time,
        Condition condition,
        Aggregation aggregation,
        Grouping grouping,
        Breakdown breakdown) {
    /** How many numbers its answer has at most. */
    public long maxNumbers() {
        return grouping.count() * (breakdown.isNone() ? 1 : breakdown.limit() + 1L);
    }
}
