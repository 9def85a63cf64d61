package dev.tessera.query.plan;

import dev.tessera.kernel.time.ZoneOffsets;
import java.time.LocalDate;

/** Which bucket an event falls into, as arithmetic that every engine can do. Buckets are numbered from 0. */
public sealed interface Grouping {
    /** How many buckets there are; an event that falls into none of them does not count. */
    long count();

    /** The bucket of an event at {@code epochMicros}; negative or not less than {@link #count} when it has none. */
    long bucketOf(long epochMicros);

    /** One bucket for everything. */
    record Whole() implements Grouping {
        @Override
        public long count() {
            return 1;
        }

        @Override
        public long bucketOf(long epochMicros) {
            return 0;
        }
    }

    /**
     * Steps of equal length on the wall clock.
     *
     * @param offsets lead from UTC to wall time; UTC itself where steps are elapsed time
     * @param originMicros wall time at which bucket 0 starts, in microseconds since 1970
     * @param stepMicros the length of a bucket
     */
    record Steps(ZoneOffsets offsets, long originMicros, long stepMicros, long count) implements Grouping {
        @Override
        public long bucketOf(long epochMicros) {
            return Math.floorDiv(offsets.toLocalMicros(epochMicros) - originMicros, stepMicros);
        }
    }

    /**
     * Months of the calendar on the wall clock.
     *
     * @param firstMonth the month of bucket 0, as months since January of year 0
     */
    record Months(ZoneOffsets offsets, long firstMonth, long count) implements Grouping {
        private static final long DAY_MICROS = 86_400_000_000L;

        @Override
        public long bucketOf(long epochMicros) {
            long day = Math.floorDiv(offsets.toLocalMicros(epochMicros), DAY_MICROS);
            LocalDate date = LocalDate.ofEpochDay(day);
            return date.getYear() * 12L + date.getMonthValue() - 1 - firstMonth;
        }
    }
}
