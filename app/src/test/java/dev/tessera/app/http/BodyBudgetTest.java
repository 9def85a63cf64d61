package dev.tessera.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyBudgetTest {
    private final BodyBudget budget = new BodyBudget(10 << 10);

    @Test
    void givesUpToItsWholeAndRefusesMore() {
        try (BodyBudget.Share one = budget.open();
                BodyBudget.Share other = budget.open()) {
            assertThat(one.tryTake(6 << 10)).isTrue();
            assertThat(other.tryTake(4 << 10)).isTrue();
            assertThat(one.tryTake(1)).isFalse();
            assertThat(other.tryTake(1)).isFalse();
        }
    }

    @Test
    void takesBackWhatAShareHolds() {
        try (BodyBudget.Share share = budget.open()) {
            assertThat(share.tryTake(9 << 10)).isTrue();
            assertThat(share.tryTake(2 << 10)).isFalse();
        }
        try (BodyBudget.Share share = budget.open()) {
            assertThat(share.tryTake(10 << 10)).isTrue();
            assertThat(share.tryTake(1)).isFalse();
        }
    }

    @Test
    void takesAShareBackOnceOnly() {
        BodyBudget.Share share = budget.open();
        assertThat(share.tryTake(10 << 10)).isTrue();
        share.close();
        share.close();
        assertThat(share.tryTake(10 << 10)).isTrue();
        assertThat(share.tryTake(1)).isFalse();
        share.close();
    }

    @Test
    void letsAShareHoldMoreAndLess() {
        try (BodyBudget.Share one = budget.open();
                BodyBudget.Share other = budget.open()) {
            assertThat(one.tryHoldInAll(8 << 10)).isTrue();
            assertThat(other.tryHoldInAll(3 << 10)).isFalse();
            assertThat(one.tryHoldInAll(7 << 10)).isTrue();
            assertThat(other.tryHoldInAll(3 << 10)).isTrue();
            assertThat(one.tryHoldInAll(8 << 10)).isFalse();
        }
        assertThat(budget.free()).isEqualTo(10 << 10);
    }
}
