package dev.tessera.bench;

import java.util.Arrays;
import java.util.Locale;

/** Durations in nanoseconds, and how they are spread. */
final class Latencies {
    private final long[] sorted;

    Latencies(long[] nanos) {
        this.sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    /** The duration in milliseconds that {@code part} (0 to 1) of all do not exceed. */
    double millis(double part) {
        if (sorted.length == 0) {
            throw new BenchException("Nothing was measured");
        }
        int index = (int) Math.ceil(part * sorted.length) - 1;
        return sorted[Math.clamp(index, 0, sorted.length - 1)] / 1e6;
    }

    double median() {
        return millis(0.5);
    }

    int count() {
        return sorted.length;
    }

    /** {@code p50 3.1 / p99 12.0 / max 40.2 ms}. */
    String spread() {
        return String.format(Locale.ROOT, "p50 %.1f / p99 %.1f / max %.1f ms", millis(0.5), millis(0.99), millis(1));
    }
}
