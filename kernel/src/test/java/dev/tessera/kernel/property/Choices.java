package dev.tessera.kernel.property;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/**
 * The choices that make up one random input, each a number from 0 on.
 *
 * <p>A generator is a plain function of these. An input is nothing but its choices, so whatever a generator builds
 * becomes smaller when choices are left out or lowered; smaller choices should therefore mean simpler inputs.
 */
public final class Choices {
    private final IntUnaryOperator source;
    private final int size;
    private final List<Integer> made = new ArrayList<>();

    /** Takes each choice from {@code source}, which is told the bound that the choice has to stay below. */
    Choices(IntUnaryOperator source, int size) {
        this.source = source;
        this.size = size;
    }

    List<Integer> made() {
        return List.copyOf(made);
    }

    /** A number from 0 up to, not including, {@code bound}. */
    public int below(int bound) {
        int choice = source.applyAsInt(bound);
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
        List<T> items = new ArrayList<>();
        for (int left = below(Math.min(max, size) + 1); left > 0; left--) {
            items.add(item.apply(this));
        }
        return items;
    }
}
