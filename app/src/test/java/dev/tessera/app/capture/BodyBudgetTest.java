package dev.tessera.app.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BodyBudgetTest {
    private final BodyBudget budget = new BodyBudget(10 << 10);

    @Test
    void givesUpToItsWholeAndRefusesMore() {
        try (BodyBudget.Share one = budget.open();
                BodyBudget.Share other = budget.open()) {
            one.take(6 << 10);
            other.take(4 << 10);
            assertThatIsRefused(one, 1);
            assertThatIsRefused(other, 1);
        }
    }

    @Test
    void takesBackWhatAShareHolds() {
        try (BodyBudget.Share share = budget.open()) {
            share.take(9 << 10);
            assertThatIsRefused(share, 2 << 10);
        }
        try (BodyBudget.Share share = budget.open()) {
            share.take(10 << 10);
            assertThatIsRefused(share, 1);
        }
    }

    @Test
    void takesAShareBackOnceOnly() {
        BodyBudget.Share share = budget.open();
        share.take(10 << 10);
        share.close();
        share.close();
        share.take(10 << 10);
        assertThatIsRefused(share, 1);
        share.close();
    }

    private static void assertThatIsRefused(BodyBudget.Share share, long bytes) {
        assertThatThrownBy(() -> share.take(bytes))
                .isInstanceOfSatisfying(
                        CaptureException.class,
                        it -> assertThat(it.failure()).isEqualTo(new CaptureFailure.Overloaded()));
    }
}
