package dev.tessera.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.property.Property;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeenKeysTest {
    private static final int KEYS = 1_000_000;

    @Test
    void neverForgetsAKeyAndIsRarelyWrongAboutOthers() {
        SeenKeys seen = new SeenKeys(Long.MAX_VALUE);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < KEYS; i++) {
            seen.add(1 + i % 3, random.nextLong(), random.nextLong());
        }
        SplittableRandom again = new SplittableRandom(7);
        int forgotten = 0;
        for (int i = 0; i < KEYS; i++) {
            forgotten += seen.mightContain(1 + i % 3, again.nextLong(), again.nextLong()) ? 0 : 1;
        }
        assertThat(forgotten).isZero();
        assertThat(falsePositives(seen, again)).isLessThan(KEYS / 2_000);
    }

    @Test
    void tellsProjectsAndNeighbouringUuidsApart() {
        SeenKeys seen = new SeenKeys(Long.MAX_VALUE);
        for (long low = 0; low < 1_000; low++) {
            seen.add(1, 42, low);
        }
        int wrong = 0;
        for (long low = 0; low < 1_000; low++) {
            wrong += seen.mightContain(2, 42, low) ? 1 : 0;
            wrong += seen.mightContain(1, 42, low + 1_000) ? 1 : 0;
            wrong += seen.mightContain(1, low, 42) && low != 42 ? 1 : 0;
        }
        assertThat(wrong).isZero();
    }

    /** Room for 419,000 keys. */
    @Test
    void neverForgetsAKeyWhenItIsFullAndKeepsWithinItsMemory() {
        SeenKeys seen = new SeenKeys(1 << 20);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < KEYS; i++) {
            seen.add(1, random.nextLong(), random.nextLong());
            assertThat(seen.bytes()).isLessThanOrEqualTo(1 << 20);
        }
        SplittableRandom again = new SplittableRandom(7);
        int forgotten = 0;
        for (int i = 0; i < KEYS; i++) {
            forgotten += seen.mightContain(1, again.nextLong(), again.nextLong()) ? 0 : 1;
        }
        assertThat(forgotten).isZero();
        assertThat(falsePositives(seen, again)).isBetween(KEYS / 50, KEYS / 2);
    }

    @Test
    void isWrongALittleMoreOftenWithAnyKeyThatThereIsNoRoomFor() {
        SeenKeys seen = new SeenKeys(1 << 20);
        SplittableRandom random = new SplittableRandom(7);
        int before = 0;
        for (int thousands = 400; thousands <= 700; thousands += 100) {
            for (int i = 0; i < (thousands == 400 ? 400_000 : 100_000); i++) {
                seen.add(1, random.nextLong(), random.nextLong());
            }
            int wrong = falsePositives(seen, random);
            assertThat(wrong).as(thousands + ",000").isBetween(before + 1, KEYS / 10);
            before = wrong;
        }
    }

    @Test
    void neverForgetsWhateverItsMemoryIs() {
        Property.holds(
                40,
                choices -> List.of(choices.below(5 << 20), choices.below(600_000), choices.below(1_000)),
                numbers -> {
                    SeenKeys seen = new SeenKeys(numbers.get(0));
                    SplittableRandom random = new SplittableRandom(numbers.get(2));
                    for (int i = 0; i < numbers.get(1); i++) {
                        seen.add(i % 2, random.nextLong(), random.nextLong());
                    }
                    assertThat(seen.bytes()).isLessThanOrEqualTo(Math.max(512 << 10, numbers.get(0)));
                    SplittableRandom again = new SplittableRandom(numbers.get(2));
                    for (int i = 0; i < numbers.get(1); i++) {
                        if (!seen.mightContain(i % 2, again.nextLong(), again.nextLong())) {
                            throw new AssertionError("Key " + i + " is forgotten");
                        }
                    }
                });
    }

    @Test
    void takesNoRoomForAKeyThatItHas() {
        SeenKeys seen = new SeenKeys(Long.MAX_VALUE);
        for (int i = 0; i < KEYS; i++) {
            seen.add(1, 42, i % 1_000);
        }
        assertThat(seen.bytes()).isEqualTo(512 << 10);
    }

    private static int falsePositives(SeenKeys seen, SplittableRandom random) {
        int wrong = 0;
        for (int i = 0; i < KEYS; i++) {
            wrong += seen.mightContain(1, random.nextLong(), random.nextLong()) ? 1 : 0;
        }
        return wrong;
    }
}
