package dev.tessera.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final SettableClock clock = new SettableClock("2024-05-06T07:00:00Z");
    private final Throttle throttle = new Throttle(3, Duration.ofMinutes(10), clock);

    @Test
    void makesWaitWhoDidItOftenEnoughForAWholeWindow() {
        throttle.count("a");
        clock.advance(Duration.ofMinutes(4));
        throttle.count("a");
        assertThat(throttle.wait("a")).isEmpty();
        clock.advance(Duration.ofMinutes(4));
        throttle.count("a");
        assertThat(throttle.wait("a")).contains(Duration.ofMinutes(10));
        clock.advance(Duration.ofMinutes(9));
        assertThat(throttle.wait("a")).contains(Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(1));
        assertThat(throttle.wait("a")).isEmpty();
        throttle.count("a");
        throttle.count("a");
        assertThat(throttle.wait("a")).isEmpty();
    }

    @Test
    void forgetsWhatWasDoneLongerThanAWindowAgo() {
        throttle.count("a");
        throttle.count("a");
        clock.advance(Duration.ofMinutes(10));
        throttle.count("a");
        assertThat(throttle.wait("a")).isEmpty();
        clock.advance(Duration.ofMinutes(9));
        throttle.count("a");
        throttle.count("a");
        assertThat(throttle.wait("a")).isPresent();
    }

    @Test
    void doesNotMakeTheWaitLongerForWhatIsTriedWhileWaiting() {
        for (int i = 0; i < 3; i++) {
            throttle.count("a");
        }
        clock.advance(Duration.ofMinutes(9));
        throttle.count("a");
        assertThat(throttle.wait("a")).contains(Duration.ofMinutes(1));
    }

    @Test
    void countsEverybodyAlone() {
        for (int i = 0; i < 3; i++) {
            throttle.count("a");
        }
        assertThat(throttle.wait("b")).isEmpty();
    }

    @Test
    void letsGoAsOftenAsItMayBeDone() {
        for (int i = 0; i < 3; i++) {
            throttle.spend("a");
        }
        assertThatThrownBy(() -> throttle.spend("a"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("Request was throttled. Expected available in 600 seconds.");
    }
}
