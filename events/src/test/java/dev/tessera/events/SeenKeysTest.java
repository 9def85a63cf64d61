package dev.tessera.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeenKeysTest {
    private static final int KEYS = 1_000_000;

    @Test
    void neverForgetsAKeyAndIsRarelyWrongAboutOthers() {
        SeenKeys seen = new SeenKeys();
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
        SeenKeys seen = new SeenKeys();
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

    private static int falsePositives(SeenKeys seen, SplittableRandom random) {
        int wrong = 0;
        for (int i = 0; i < KEYS; i++) {
            wrong += seen.mightContain(1, random.nextLong(), random.nextLong()) ? 1 : 0;
        }
        return wrong;
    }
}
