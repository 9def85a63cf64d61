package dev.tessera.query.resolve;

import dev.tessera.kernel.time.Buckets;
import dev.tessera.kernel.time.DateRange;
import dev.tessera.query.nodes.TrendsQuery;
import dev.tessera.query.plan.SeriesPlan;
import java.util.List;

/**
 * A trends query with everything settled.
 *
 * @param series one plan for each series of {@code query}, in the same order
 */
public record TrendsPlan(TrendsQuery query, DateRange range, Axis axis, List<SeriesPlan> series) {
    public TrendsPlan {
        series = List.copyOf(series);
        if (series.size() != query.series().size()) {
            throw new IllegalArgumentException(
                    series.size() + " plans for " + query.series().size() + " series");
        }
    }

    /** How many numbers its result has at most. */
    public long maxNumbers() {
        return series.stream().mapToLong(SeriesPlan::maxNumbers).sum();
    }

    /** What the numbers of a series stand beside. */
    public sealed interface Axis {
        /** A number for each of {@code buckets}. */
        record Time(Buckets buckets) implements Axis {}

        /** One number. */
        record Total() implements Axis {}
    }
}
