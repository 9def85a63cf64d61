package dev.tessera.kernel.property;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Checks that something holds for many random inputs.
 *
 * <p>Runs are the same every time, unless the system property {@code tessera.seed} gives another seed. When one fails,
 * its choices are made fewer and smaller as long as it keeps failing, and the error shows the seed and the smallest
 * input found.
 */
public final class Property<T> {
    private static final int MAX_SHRINKS = 2_000;

    private final Function<Choices, T> generator;
    private final Consumer<T> check;

    private Property(Function<Choices, T> generator, Consumer<T> check) {
        this.generator = generator;
        this.check = check;
    }

    /** Checks {@code check} on {@code runs} inputs that grow from run to run. */
    public static <T> void holds(int runs, Function<Choices, T> generator, Consumer<T> check) {
        long seed = Long.getLong("tessera.seed", 20_260_101L);
        SplittableRandom seeds = new SplittableRandom(seed);
        for (int run = 0; run < runs; run++) {
            SplittableRandom random = seeds.split();
            Choices choices = new Choices(random::nextInt, run + 1);
            if (failure(check, generator.apply(choices)).isPresent()) {
                throw new Property<>(generator, check)
                        .smallest(choices.made(), run + 1, "run " + run + " of seed " + seed);
            }
        }
    }

    private static <T> Optional<Throwable> failure(Consumer<T> check, T input) {
        try {
            check.accept(input);
            return Optional.empty();
        } catch (Exception | AssertionError e) {
            return Optional.of(e);
        }
    }

    private AssertionError smallest(List<Integer> failing, int size, String origin) {
        List<Integer> best = failing;
        Iterator<List<Integer>> candidates = smaller(best).iterator();
        for (int tries = 0; tries < MAX_SHRINKS && candidates.hasNext(); tries++) {
            Choices choices = replay(candidates.next(), size);
            boolean fails = failure(check, generator.apply(choices)).isPresent();
            if (fails && isSmaller(choices.made(), best)) {
                best = choices.made();
                candidates = smaller(best).iterator();
            }
        }
        T input = generator.apply(replay(best, size));
        Throwable cause = failure(check, input)
                .orElseGet(() -> new AssertionError("It fails only sometimes: it depends on more than its input"));
        return new AssertionError(
                "Fails in " + origin + ", smallest input:\n" + input + "\n" + cause.getMessage(), cause);
    }

    /** Repeats {@code made} as far as it fits, then chooses 0. */
    private static Choices replay(List<Integer> made, int size) {
        Iterator<Integer> next = made.iterator();
        return new Choices(bound -> next.hasNext() ? Math.min(next.next(), bound - 1) : 0, size);
    }

    /** Variants of {@code made}, the boldest first: without some stretch, then with a lower number. */
    private static Stream<List<Integer>> smaller(List<Integer> made) {
        Stream<List<Integer>> shorter = IntStream.iterate(made.size() / 2, it -> it > 0, it -> it / 2)
                .boxed()
                .flatMap(length -> IntStream.iterate(0, it -> it + length <= made.size(), it -> it + length)
                        .mapToObj(start -> {
                            List<Integer> rest = new ArrayList<>(made);
                            rest.subList(start, start + length).clear();
                            return rest;
                        }));
        Stream<List<Integer>> lower = IntStream.range(0, made.size())
                .boxed()
                .flatMap(i -> IntStream.of(0, made.get(i) / 2, made.get(i) - 1)
                        .filter(it -> it >= 0 && it < made.get(i))
                        .mapToObj(it -> {
                            List<Integer> changed = new ArrayList<>(made);
                            changed.set(i, it);
                            return changed;
                        }));
        return Stream.concat(shorter, lower);
    }

    private static boolean isSmaller(List<Integer> a, List<Integer> b) {
        for (int i = 0; a.size() == b.size() && i < a.size(); i++) {
            if (!a.get(i).equals(b.get(i))) {
                return a.get(i) < b.get(i);
            }
        }
        return a.size() < b.size();
    }
}
