package dev.tessera.query.plan;

import java.util.List;

/**
 * One number of the answer to a {@link SeriesPlan}.
 *
 * @param bucket from 0 up to, not including, the count of the grouping
 * @param breakdown one text for each value of the plan's breakdown, with the markers {@link Breakdown#NONE} and
 *     {@link Breakdown#OTHER}; empty without a breakdown
 */
public record SeriesRow(long bucket, List<String> breakdown, double value) {
    public SeriesRow {
        breakdown = List.copyOf(breakdown);
    }
}
