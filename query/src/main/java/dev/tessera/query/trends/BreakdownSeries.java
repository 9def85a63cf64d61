package dev.tessera.query.trends;

import dev.tessera.query.plan.Breakdown;
import java.util.Comparator;
import java.util.List;

/**
 * The numbers of one combination of breakdown values.
 *
 * @param values empty without a breakdown
 * @param data one number for each bucket
 */
@SuppressWarnings("ArrayRecordComponent") // Made here and only read; nobody compares these.
record BreakdownSeries(List<String> values, double[] data) {
    /**
     * The order of results (spec/queries-trends.md 6.4): ordinary values, then those without a value, then the rest;
     * among equals by total from large to small, then by text.
     */
    static final Comparator<BreakdownSeries> RANKING = Comparator.comparingInt(BreakdownSeries::rankClass)
            .thenComparing(BreakdownSeries::total, Comparator.reverseOrder())
            .thenComparing(BreakdownSeries::values, BreakdownSeries::compareTexts);

    double total() {
        double total = 0;
        for (double number : data) {
            total += number;
        }
        return total;
    }

    boolean isOther() {
        return values.contains(Breakdown.OTHER);
    }

    private int rankClass() {
        return isOther() ? 2 : values.contains(Breakdown.NONE) ? 1 : 0;
    }

    private static int compareTexts(List<String> a, List<String> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = compareCodePoints(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    /** Engines compare UTF-8, whose order is that of code points; Java's own compares surrogates. */
    private static int compareCodePoints(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length()) {
            int x = a.codePointAt(i);
            int y = b.codePointAt(i);
            if (x != y) {
                return Integer.compare(x, y);
            }
            i += Character.charCount(x);
        }
        return Integer.compare(a.length(), b.length());
    }
}
