package dev.tessera.kernel.property;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * The choices that make up one random input, each a number from 0 on.
 *
 * <p>A generator is a plain function of these. Because an input is nothing but its choices, whatever a generator
 * builds can be made smaller by leaving choices out or lowering them; smaller choices should therefore mean simpler
 * inputs.
 */
public final class Choices {
    private final SplittableRandom random;
    private final int[] replay;
    private final boolean recording;
    private final int size;
    private final List<Integer> made = new ArrayList<>();

    private Choices(SplittableRandom random, int[] replay, boolean recording, int size) {
        this.random = random;
        this.replay = replay;
        this.recording = recording;
        this.size = size;
    }

    static Choices fresh(SplittableRandom random, int size) {
        return new Choices(random, new int[0], true, size);
    }

    static Choices replaying(int[] choices, int size) {
        return new Choices(new SplittableRandom(0), choices, false, size);
    }

    int[] made() {
        return made.stream().mapToInt(Integer::intValue).toArray();
    }

    /** A number from 0 up to, not including, {@code bound}. */
    public int below(int bound) {
        int next = made.size();
        int choice;
        if (recording) {
            choice = random.nextInt(bound);
        } else {
            choice = next < replay.length ? Math.min(replay[next], bound - 1) : 0;
        }
        made.add(choice);
        return choice;
    }

    /** A number from {@code min} to {@code max}, both included. */
    public int between(int min, int max) {
        return min + below(max - min + 1);
    }

    /** True in one of {@code n} cases. */
    public boolean oneIn(int n) {
        return below(n) == n - 1;
    }

    /** One of {@code values}, the first being the simplest. */
    @SafeVarargs
    public final <T> T of(T... values) {
        return values[below(values.length)];
    }

    /** One of {@code values}, the first being the simplest. */
    public <T> T of(List<T> values) {
        return values.get(below(values.size()));
    }

    /** A list of up to {@code max} items, shorter in early runs. */
    public <T> List<T> list(int max, Function<Choices, T> item) {
        int length = below(Math.min(max, size) + 1);
        List<T> items = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            items.add(item.apply(this));
        }
        return items;
    }
}
