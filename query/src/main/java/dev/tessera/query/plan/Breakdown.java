package dev.tessera.query.plan;

import java.util.List;

/**
 * Splits every bucket by values (spec/queries-trends.md 6.4).
 *
 * <p>Where a value is missing or empty, {@link #NONE} stands for it, and for a text of more than 2,000 bytes its
 * {@link LongText#label}. The {@code limit} combinations that rank first
 * keep their identity: those without {@link #NONE} before those with it, then by the total over all buckets from
 * large to small, then by their texts in the order of code points. The others are one combination of {@link #OTHER}
 * only, its value the sum of theirs in each bucket.
 *
 * @param values what to split by; empty for no breakdown
 */
public record Breakdown(List<ValueExpression> values, int limit) {
    /** Stands for a missing value, on the wire too. */
    public static final String NONE = "$$_posthog_breakdown_null_$$";

    /** Stands for what the limit cut off, on the wire too. */
    public static final String OTHER = "$$_posthog_breakdown_other_$$";

    public Breakdown {
        values = List.copyOf(values);
        if (limit < 1) {
            throw new IllegalArgumentException("A breakdown keeps at least one value, not " + limit);
        }
    }

    /** Everything together. */
    public static Breakdown none() {
        return new Breakdown(List.of(), 1);
    }

    /** Whether nothing is split. */
    public boolean isNone() {
        return values.isEmpty();
    }
}
