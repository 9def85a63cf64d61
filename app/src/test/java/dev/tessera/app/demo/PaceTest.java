package dev.tessera.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Duration ON_TIME = Duration.ZERO;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void isFastAtFirstAndNeverLetsAnybodyWaitMoreThanTwoSeconds() {
        assertThat(Pace.wait(Duration.ofSeconds(30), 0, ON_TIME)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Pace.wait(Duration.ofSeconds(30), 300, ON_TIME)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Pace.wait(Duration.ofHours(3), 0, ON_TIME)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void comesDownToThePaceOfLife() {
        Duration last = Duration.ZERO;
        for (int sent = 300; sent <= 1_600; sent += 100) {
            assertThat(Pace.wait(MINUTE, sent, ON_TIME)).isGreaterThan(last);
            last = Pace.wait(MINUTE, sent, ON_TIME);
        }
        assertThat(Pace.wait(MINUTE, 2_000, ON_TIME)).isEqualTo(MINUTE);
        assertThat(Pace.wait(Duration.ofSeconds(7), 9_000, ON_TIME)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void letsNothingHappenMoreThanTwelveHoursBeforeItsTime() {
        Duration half = Duration.ofHours(12);
        assertThat(Pace.wait(MINUTE, 0, half)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Pace.wait(MINUTE, 0, half.plus(MINUTE))).isEqualTo(MINUTE);
        assertThat(Pace.wait(Duration.ofHours(3), 5_000, half.plusHours(3))).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void addsLessThanAnOrdinaryDayHasInAWorkingDay() {
        Duration gap = Duration.ofDays(1).dividedBy(2_000);
        Duration passed = Duration.ZERO;
        int sent = 0;
        while (passed.compareTo(Duration.ofHours(8)) < 0) {
            passed = passed.plus(Pace.wait(gap, sent, ON_TIME));
            sent++;
        }
        assertThat(sent).isBetween(1_000, 2_000);
    }
}
