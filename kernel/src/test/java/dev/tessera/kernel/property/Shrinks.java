package dev.tessera.kernel.property;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Variants of some choices that are worth trying because they are smaller, the boldest first. */
@SuppressWarnings("ArrayRecordComponent") // Choices are an array everywhere; nobody compares these.
record Shrinks(int[] choices) implements Iterable<int[]> {
    @Override
    public Iterator<int[]> iterator() {
        Stream<int[]> shorter = IntStream.iterate(choices.length / 2, it -> it > 0, it -> it / 2)
                .boxed()
                .flatMap(length -> IntStream.iterate(
                                0, start -> start + length <= choices.length, start -> start + length)
                        .mapToObj(start -> without(start, length)));
        Stream<int[]> lower = IntStream.range(0, choices.length)
                .boxed()
                .flatMap(i -> IntStream.of(0, choices[i] / 2, choices[i] - 1)
                        .filter(value -> value >= 0 && value < choices[i])
                        .distinct()
                        .mapToObj(value -> with(i, value)));
        return Stream.concat(shorter, lower).iterator();
    }

    private int[] without(int start, int length) {
        int[] rest = new int[choices.length - length];
        System.arraycopy(choices, 0, rest, 0, start);
        System.arraycopy(choices, start + length, rest, start, choices.length - start - length);
        return rest;
    }

    private int[] with(int index, int value) {
        int[] changed = Arrays.copyOf(choices, choices.length);
        changed[index] = value;
        return changed;
    }
}
