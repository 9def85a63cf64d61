package dev.tessera.app.demo.world;

/**
 * Chance that repeats itself: a sequence of numbers that depends on nothing but the seed and the path it was made for.
 *
 * <p>Everyone in the demo has dice of their own, so that whoever comes later changes nothing for those who came before.
 */
final class Dice {
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** The dice for {@code path}, for example a day and the number of a visit in it. */
    static Dice of(long seed, long... path) {
        long state = mix(seed);
        for (long step : path) {
            state = mix(state ^ (step + STEP));
        }
        return new Dice(state);
    }

    /** All bits of {@code value} spread over the result: the finalizer of SplitMix64. */
    static long mix(long value) {
        long z = value + STEP;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long bits() {
        state += STEP;
        return mix(state);
    }

    /** At least 0 and less than 1. */
    double unit() {
        return (bits() >>> 11) * UNIT;
    }

    boolean happens(double probability) {
        return unit() < probability;
    }

    /** At least 0 and less than {@code bound}. */
    int below(int bound) {
        return (int) (unit() * bound);
    }

    /** At least {@code least} and at most {@code most}. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** A wait for something that may happen at any time, {@code mean} long on average. */
    double waiting(double mean) {
        return -mean * StrictMath.log(1 - unit());
    }

    /** How many things happen where {@code mean} do on average, each independent of the others (Poisson). */
    int count(double mean) {
        double limit = StrictMath.exp(-mean);
        double product = unit();
        int count = 0;
        while (product > limit) {
            product *= unit();
            count++;
        }
        return count;
    }

    /** How often something of this probability happens before it fails for the first time, at most {@code most}. */
    int streak(double probability, int most) {
        int streak = 0;
        while (streak < most && happens(probability)) {
            streak++;
        }
        return streak;
    }

    /** Close to 0, sometimes up to 1 away: the sum of few dice looks like a bell. */
    double wobble() {
        return (unit() + unit() + unit() + unit() - 2) / 2;
    }
}
