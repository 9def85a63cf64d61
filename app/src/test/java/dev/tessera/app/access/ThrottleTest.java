package dev.tessera.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final SettableClock clock = new SettableClock("2024-05-06T07:00:00Z");
    private final Throttle throttle = new Throttle(3, Duration.ofMinutes(10), clock);

    @Test
    void makesWaitWhoDidItOftenEnoughForAWholeWindow() {
        throttle.tryCount("a");
        clock.advance(Duration.ofMinutes(4));
        throttle.tryCount("a");
        assertThat(throttle.wait("a")).isEmpty();
        clock.advance(Duration.ofMinutes(4));
        throttle.tryCount("a");
        assertThat(throttle.wait("a")).contains(Duration.ofMinutes(10));
        clock.advance(Duration.ofMinutes(9));
        assertThat(throttle.wait("a")).contains(Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(1));
        assertThat(throttle.wait("a")).isEmpty();
        throttle.tryCount("a");
        throttle.tryCount("a");
        assertThat(throttle.wait("a")).isEmpty();
    }

    @Test
    void forgetsWhatWasDoneLongerThanAWindowAgo() {
        throttle.tryCount("a");
        throttle.tryCount("a");
        clock.advance(Duration.ofMinutes(10));
        throttle.tryCount("a");
        assertThat(throttle.wait("a")).isEmpty();
        clock.advance(Duration.ofMinutes(9));
        throttle.tryCount("a");
        throttle.tryCount("a");
        assertThat(throttle.wait("a")).isPresent();
    }

    @Test
    void doesNotMakeTheWaitLongerForWhatIsTriedWhileWaiting() {
        for (int i = 0; i < 3; i++) {
            throttle.tryCount("a");
        }
        clock.advance(Duration.ofMinutes(9));
        assertThat(throttle.tryCount("a")).isFalse();
        assertThat(throttle.wait("a")).contains(Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(1));
        assertThat(throttle.tryCount("a")).isTrue();
    }

    @Test
    void countsExactlyWhenManyDoItAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> tries = IntStream.range(0, 100)
                    .mapToObj(_ -> threads.submit(() -> throttle.tryCount("a")))
                    .toList();
            int counted = 0;
            for (Future<Boolean> one : tries) {
                counted += one.get() ? 1 : 0;
            }
            assertThat(counted).isEqualTo(3);
        }
    }

    @Test
    void countsEverybodyAlone() {
        for (int i = 0; i < 3; i++) {
            throttle.tryCount("a");
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
