package dev.tessera.kernel.property;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * Checks that something holds for many random inputs.
 *
 * <p>Runs are the same every time, unless the system property {@code tessera.seed} gives another seed. When one fails,
 * its choices are made fewer and smaller as long as it keeps failing, and the error shows the seed and the smallest
 * input found.
 */
public final class Property {
    private static final int MAX_SHRINKS = 2_000;

    private Property() {}

    /** Checks {@code property} on {@code runs} inputs that grow from run to run. */
    public static <T> void holds(int runs, Function<Choices, T> generator, Consumer<T> property) {
        holds(run -> run < runs, generator, property);
    }

    /** Checks {@code property} on as many inputs as there is time for, and returns how many that were. */
    public static <T> int holdsFor(Duration time, Function<Choices, T> generator, Consumer<T> property) {
        long start = System.nanoTime();
        return holds(_ -> System.nanoTime() - start < time.toNanos(), generator, property);
    }

    private static <T> int holds(IntPredicate another, Function<Choices, T> generator, Consumer<T> property) {
        long seed = Long.getLong("tessera.seed", 20_260_101L);
        SplittableRandom seeds = new SplittableRandom(seed);
        int run = 0;
        for (; another.test(run); run++) {
            int size = 1 + run;
            Choices choices = Choices.fresh(seeds.split(), size);
            T input = generator.apply(choices);
            Optional<Throwable> failure = failure(property, input);
            if (failure.isPresent()) {
                String origin = "run " + run + " of seed " + seed;
                throw smallest(generator, property, choices.made(), size, origin, failure.get());
            }
        }
        return run;
    }

    private static <T> Optional<Throwable> failure(Consumer<T> property, T input) {
        try {
            property.accept(input);
            return Optional.empty();
        } catch (Exception | AssertionError e) {
            return Optional.of(e);
        }
    }

    private static <T> AssertionError smallest(
            Function<Choices, T> generator,
            Consumer<T> property,
            int[] failing,
            int size,
            String origin,
            Throwable first) {
        int[] best = failing;
        int shrinks = 0;
        boolean smaller = true;
        while (smaller && shrinks < MAX_SHRINKS) {
            smaller = false;
            for (int[] candidate : new Shrinks(best)) {
                if (shrinks++ >= MAX_SHRINKS) {
                    break;
                }
                Choices replay = Choices.replaying(candidate, size);
                T input = generator.apply(replay);
                int[] made = replay.made();
                if (isSmaller(made, best) && failure(property, input).isPresent()) {
                    best = made;
                    smaller = true;
                    break;
                }
            }
        }
        T input = generator.apply(Choices.replaying(best, size));
        Throwable cause = failure(property, input)
                .orElseGet(() -> new AssertionError(
                        "It fails only sometimes: it depends on more than its input. First: " + first, first));
        return new AssertionError(
                "Fails in " + origin + ", smallest input:\n" + input + "\n" + cause.getMessage(), cause);
    }

    private static boolean isSmaller(int[] a, int[] b) {
        return a.length != b.length ? a.length < b.length : Arrays.compare(a, b) < 0;
    }
}
