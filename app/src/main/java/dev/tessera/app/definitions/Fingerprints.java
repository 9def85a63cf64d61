package dev.tessera.app.definitions;

import java.util.Arrays;

/**
 * Remembers which shapes of properties bring nothing new: the names of the properties in the order of the text, and
 * whether each value has a type.
 *
 * <p>A shape is 64 bits. There is place for a fixed number of them, and one takes the place of another; a shape that is
 * forgotten is looked at once more.
 */
final class Fingerprints {
    private static final int PLACES = 1 << 14;
    private static final long START = 0xcbf2_9ce4_8422_2325L;
    private static final long PRIME = 0x100_0000_01b3L;

    private final long[] places = new long[PLACES];

    /** The fingerprint of nothing. */
    static long start() {
        return START;
    }

    /** {@code hash} with one more part. */
    static long with(long hash, long part) {
        return (hash ^ part) * PRIME;
    }

    /** {@code hash} with the characters of {@code text}. */
    static long with(long hash, String text) {
        long result = hash;
        for (int i = 0; i < text.length(); i++) {
            result = with(result, text.charAt(i));
        }
        return with(result, Character.MAX_CODE_POINT + 1);
    }

    boolean contains(long fingerprint) {
        return places[place(fingerprint)] == fingerprint;
    }

    void add(long fingerprint) {
        places[place(fingerprint)] = fingerprint;
    }

    void clear() {
        Arrays.fill(places, 0);
    }

    /** From the upper half, into which every part has spread. */
    private static int place(long fingerprint) {
        return (int) (fingerprint >>> 32) & (PLACES - 1);
    }
}
