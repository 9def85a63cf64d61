package dev.tessera.metadata;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** How large stored texts are, to know it before they are read. */
public final class Sizes {
    /** What a page may hold to be read at once, in characters of JSON. */
    private static final long MOST_OF_PAGE = 500_000;

    private Sizes() {}

    /** The characters of all {@code texts} together. */
    public static Field<Integer> of(List<? extends Field<String>> texts) {
        return texts.stream()
                .map(it -> DSL.coalesce(DSL.length(it), DSL.inline(0)))
                .reduce((one, other) -> one.add(other))
                .orElseThrow();
    }

    /** The sum of {@code sizes} over all rows, zero when there are none. */
    public static Field<BigDecimal> sum(Field<Integer> sizes) {
        return DSL.coalesce(DSL.sum(sizes), DSL.inline(BigDecimal.ZERO));
    }

    /** How many rows of these sizes fit on a page, which has one at least. */
    public static int fitting(List<Long> sizes) {
        long size = 0;
        int rows = 0;
        for (long each : sizes) {
            size += each;
            if (rows > 0 && size > MOST_OF_PAGE) {
                return rows;
            }
            rows++;
        }
        return Math.max(1, rows);
    }
}
