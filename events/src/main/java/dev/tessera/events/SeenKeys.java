package dev.tessera.events;

import java.util.ArrayList;
import java.util.List;

/**
 * A Bloom filter of event keys: says "never seen" for certain, "seen" with few errors.
 *
 * <p>It has 16 bits and 11 probes per key (0.05 % errors when full) in parts that double in size, so that it grows with
 * the number of events and is never rebuilt. One thread writes; the same thread reads.
 */
public final class SeenKeys {
    private static final int FIRST_CAPACITY = 1 << 18;
    private static final int BITS_PER_KEY = 16;
    private static final int PROBES = 11;

    private final List<Part> parts = new ArrayList<>();

    public SeenKeys() {
        parts.add(new Part(FIRST_CAPACITY));
    }

    /** Takes note of the key of {@code project} and the UUID with these halves. */
    public void add(long project, long uuidHigh, long uuidLow) {
        Part last = parts.getLast();
        if (last.full()) {
            last = new Part(last.capacity * 2);
            parts.add(last);
        }
        last.add(hash(project, uuidHigh, uuidLow), hash(uuidLow, project, uuidHigh));
    }

    /** Whether the key may have been added; false is certain. */
    public boolean mightContain(long project, long uuidHigh, long uuidLow) {
        long start = hash(project, uuidHigh, uuidLow);
        long step = hash(uuidLow, project, uuidHigh);
        for (Part part : parts) {
            if (part.mightContain(start, step)) {
                return true;
            }
        }
        return false;
    }

    private static long hash(long a, long b, long c) {
        return mix(mix(mix(a) ^ b) ^ c);
    }

    /** The finalizer of SplitMix64: every bit of the input reaches every bit of the result. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A filter for a number of keys that is a power of two. */
    private static final class Part {
        private final int capacity;
        private final long[] words;
        private final long mask;
        private int size;

        Part(int capacity) {
            this.capacity = capacity;
            this.words = new long[capacity / (Long.SIZE / BITS_PER_KEY)];
            this.mask = (long) words.length * Long.SIZE - 1;
        }

        boolean full() {
            return size >= capacity;
        }

        void add(long start, long step) {
            long bit = start;
            for (int i = 0; i < PROBES; i++) {
                words[(int) ((bit & mask) >>> 6)] |= 1L << bit;
                bit += step | 1;
            }
            size++;
        }

        boolean mightContain(long start, long step) {
            long bit = start;
            for (int i = 0; i < PROBES; i++) {
                if ((words[(int) ((bit & mask) >>> 6)] & (1L << bit)) == 0) {
                    return false;
                }
                bit += step | 1;
            }
            return true;
        }
    }
}
