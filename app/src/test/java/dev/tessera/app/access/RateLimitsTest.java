package dev.tessera.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tessera.app.access.RateLimits.Spender;
import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.Cost;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final Operation PLAIN =
            Operation.of(HttpMethod.GET, "/plain/", "Plain", new Authorization.Scope("project:read"));
    private static final Operation COMPUTING = PLAIN.costing(Cost.QUERY);
    private static final Operation VALUES = PLAIN.costing(Cost.VALUES);
    private static final Spender KEY = new Spender.Key("a");

    private final SettableClock clock = new SettableClock("2024-05-06T07:00:00Z");
    private final RateLimits limits = RateLimits.on(clock);

    @Test
    void lets480RequestsThroughInAMinute() {
        spend(KEY, PLAIN, 480);
        assertThat(refused(KEY, PLAIN))
                .isEqualTo(new Problem.Throttled("Request was throttled. Expected available in 60 seconds.", 60));
        clock.advance(Duration.ofSeconds(60));
        spend(KEY, PLAIN, 480);
    }

    @Test
    void roundsTheWaitUpToWholeSeconds() {
        spend(KEY, PLAIN, 480);
        clock.advance(Duration.ofMillis(58_001));
        assertThat(refused(KEY, PLAIN))
                .isEqualTo(new Problem.Throttled("Request was throttled. Expected available in 2 seconds.", 2));
        clock.advance(Duration.ofMillis(999));
        assertThat(refused(KEY, PLAIN))
                .isEqualTo(new Problem.Throttled("Request was throttled. Expected available in 1 second.", 1));
        clock.advance(Duration.ofMillis(999));
        assertThat(refused(KEY, PLAIN))
                .isEqualTo(new Problem.Throttled("Request was throttled. Expected available in 1 second.", 1));
        clock.advance(Duration.ofMillis(1));
        spend(KEY, PLAIN, 1);
    }

    @Test
    void doesNotFillUpWithinTheMinute() {
        spend(KEY, PLAIN, 240);
        clock.advance(Duration.ofSeconds(59));
        spend(KEY, PLAIN, 240);
        refused(KEY, PLAIN);
    }

    @Test
    void lets4800RequestsThroughInAnHour() {
        for (int minute = 0; minute < 10; minute++) {
            spend(KEY, PLAIN, 480);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(refused(KEY, PLAIN).retryAfterSeconds()).isEqualTo(50 * 60);
        clock.advance(Duration.ofMinutes(50));
        spend(KEY, PLAIN, 480);
    }

    @Test
    void letsHalfAsManyThroughThatCompute() {
        spend(KEY, COMPUTING, 240);
        refused(KEY, COMPUTING);
        spend(KEY, PLAIN, 240);
        refused(KEY, PLAIN);
    }

    @Test
    void lets1200ThroughThatComputeInAnHour() {
        for (int minute = 0; minute < 5; minute++) {
            spend(KEY, COMPUTING, 240);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(refused(KEY, COMPUTING).retryAfterSeconds()).isEqualTo(55 * 60);
        spend(KEY, PLAIN, 1);
    }

    @Test
    void lets60LooksForValuesThroughInAMinuteAnd300InAnHour() {
        for (int minute = 0; minute < 5; minute++) {
            spend(KEY, VALUES, 60);
            assertThat(refused(KEY, VALUES).retryAfterSeconds()).isEqualTo(minute == 4 ? 56 * 60 : 60);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(refused(KEY, VALUES).retryAfterSeconds()).isEqualTo(55 * 60);
        spend(KEY, COMPUTING, 1);
    }

    @Test
    void doesNotCountWhatItRefuses() {
        spend(KEY, PLAIN, 480);
        for (int i = 0; i < 300; i++) {
            refused(KEY, COMPUTING);
        }
        clock.advance(Duration.ofMinutes(1));
        spend(KEY, COMPUTING, 240);
    }

    @Test
    void countsEachKeyAndEachAddressForItself() {
        spend(KEY, PLAIN, 480);
        spend(new Spender.Key("b"), PLAIN, 480);
        spend(new Spender.Address("a"), PLAIN, 480);
        spend(new Spender.Address("b"), PLAIN, 480);
        refused(KEY, PLAIN);
        refused(new Spender.Address("a"), PLAIN);
    }

    @Test
    void remembersAKeyWhileStrangersComeFromEverywhere() {
        spend(KEY, PLAIN, 480);
        for (int i = 0; i < 10_000; i++) {
            limits.spend(new Spender.Address("2001:db8::" + Integer.toHexString(i)), PLAIN);
        }
        refused(KEY, PLAIN);
    }

    @Test
    void letsEverythingThroughWhenTheyAreOff() {
        RateLimits off = RateLimits.off();
        for (int i = 0; i < 5_000; i++) {
            off.spend(KEY, COMPUTING);
        }
    }

    private void spend(Spender spender, Operation operation, int times) {
        for (int i = 0; i < times; i++) {
            limits.spend(spender, operation);
        }
    }

    private Problem.Throttled refused(Spender spender, Operation operation) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> limits.spend(spender, operation));
        assertThat(refusal).as("a refusal").isNotNull();
        return (Problem.Throttled) refusal.problem();
    }
}
