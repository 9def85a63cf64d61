package dev.tessera.app.query;

import static dev.tessera.app.query.Samples.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Deadline LATER = Deadline.in(PATIENCE);

    private final Turns turns = new Turns(10_000, Duration.ofMillis(1));

    @Test
    void refusesWhatHasNoRoomBesideTheOthers() throws Exception {
        Turns.Turn first = turns.take(6_000, LATER);
        Problem problem = refused(6_000);
        assertThat(problem).isInstanceOf(Problem.Throttled.class);
        assertThat(problem.status()).isEqualTo(429);
        assertThat(problem.detail()).endsWith("Try again in a few seconds.");
        turns.take(4_000, LATER).close();
        first.close();
        turns.take(6_000, LATER).close();
    }

    @Test
    void aSmallResultTakesRoomToo() throws Exception {
        for (int i = 0; i < 10; i++) {
            turns.take(1, LATER);
        }
        refused(1);
    }

    @Test
    void whatIsLargerThanAllRoomTakesAllOfIt() throws Exception {
        Turns.Turn all = turns.take(1_000_000, LATER);
        refused(1);
        all.close();
        turns.take(1_000_000, LATER).close();
    }

    private Problem refused(long numbers) {
        return catchThrowableOfType(ProblemException.class, () -> turns.take(numbers, LATER))
                .problem();
    }
}
