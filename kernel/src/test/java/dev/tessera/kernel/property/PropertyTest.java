package dev.tessera.kernel.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PropertyTest {
    @Test
    void showsTheSmallestListThatBreaksTheProperty() {
        assertThatThrownBy(() -> Property.holds(
                        200,
                        choices -> choices.list(20, it -> it.below(1_000)),
                        list -> assertThat(list).allMatch(it -> it < 37)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("smallest input:\n[37]\n")
                .hasMessageContaining("of seed ");
    }

    @Test
    void looksForAFailureWhileThereIsTime() {
        assertThatThrownBy(() -> Property.holdsFor(
                        Duration.ofDays(1),
                        it -> it.below(1_000),
                        it -> assertThat(it).isLessThan(990)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("smallest input:\n990\n");
        assertThat(Property.holdsFor(Duration.ZERO, it -> it.below(10), _ -> {}))
                .isZero();
    }

    @Test
    void triesTheSameInputsEveryTime() {
        assertThat(inputs()).isEqualTo(inputs()).hasSize(50);
    }

    @Test
    void growsItsInputs() {
        assertThat(inputs().getFirst()).hasSizeLessThan(2);
        assertThat(inputs()).anyMatch(it -> it.size() > 5);
    }

    private static List<List<Integer>> inputs() {
        List<List<Integer>> inputs = new ArrayList<>();
        Property.holds(50, choices -> choices.list(10, it -> it.below(10)), inputs::add);
        return inputs;
    }
}
