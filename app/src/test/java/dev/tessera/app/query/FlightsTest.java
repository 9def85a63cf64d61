package dev.tessera.app.query;

import static dev.tessera.app.query.Samples.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.app.query.Flights.Boarding;
import dev.tessera.events.EventStoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FlightsTest {
    private final Flights<Integer> flights = new Flights<>();
    private final AtomicInteger computed = new AtomicInteger();
    private final Gate gate = new Gate();

    @Test
    void thoseWhoAskForTheSameAtOnceShareOneComputation() throws Exception {
        List<FutureTask<Integer>> askers = new ArrayList<>();
        Flights<Integer>.Flight flight = flights.board("key", Boarding.ANY, heldUp());
        for (int i = 0; i < 20; i++) {
            Flights<Integer>.Flight same = flights.board("key", Boarding.ANY, heldUp());
            assertThat(same).isSameAs(flight);
            askers.add(started(() -> same.await(PATIENCE).orElseThrow()));
        }
        gate.open();
        for (FutureTask<Integer> asker : askers) {
            assertThat(asker.get()).isEqualTo(1);
        }
    }

    @Test
    void differentThingsAreComputedApart() throws Exception {
        Flights<Integer>.Flight one = flights.board("one", Boarding.ANY, heldUp());
        gate.awaitArrival();
        assertThat(flights.board("other", Boarding.ANY, () -> 7).await(PATIENCE))
                .contains(7);
        gate.open();
        assertThat(one.await(PATIENCE)).contains(1);
    }

    @Test
    void aFailureIsSharedAndThenForgotten() throws Exception {
        Flights<Integer>.Flight flight = flights.board("key", Boarding.ANY, () -> {
            gate.pass(0);
            throw new EventStoreException("away");
        });
        Flights<Integer>.Flight same = flights.board("key", Boarding.ANY, heldUp());
        gate.open();
        assertThatThrownBy(() -> flight.await(PATIENCE)).hasMessage("away");
        assertThatThrownBy(() -> same.await(PATIENCE)).hasMessage("away");
        assertThat(flights.board("key", Boarding.ANY, () -> 7).await(PATIENCE)).contains(7);
    }

    @Test
    void whoeverAskedFirstMayBeInterruptedWithoutHarmToTheOthers() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread first = Thread.ofVirtual().start(() -> {
            try {
                flights.board("key", Boarding.ANY, heldUp()).await(PATIENCE);
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        gate.awaitArrival();
        first.interrupt();
        interrupted.await();
        Flights<Integer>.Flight same = flights.board("key", Boarding.ANY, heldUp());
        gate.open();
        assertThat(same.await(PATIENCE)).contains(1);
    }

    @Test
    void whoeverAskedFirstMayGiveUpWithoutHarmToTheOthers() throws Exception {
        assertThat(flights.board("key", Boarding.ANY, heldUp()).await(Duration.ZERO))
                .isEmpty();
        Flights<Integer>.Flight same = flights.board("key", Boarding.ANY, heldUp());
        gate.open();
        assertThat(same.await(PATIENCE)).contains(1);
    }

    @Test
    void thoseWhoNeedWhatIsNewShareTheNextComputation() throws Exception {
        Flights<Integer>.Flight running = flights.board("key", Boarding.ANY, heldUp());
        gate.awaitArrival();
        Flights<Integer>.Flight next = flights.board("key", Boarding.NOT_STARTED, heldUp());
        assertThat(next).isNotSameAs(running);
        assertThat(flights.board("key", Boarding.NOT_STARTED, heldUp())).isSameAs(next);
        assertThat(flights.board("key", Boarding.ANY, heldUp())).isSameAs(next);
        assertThat(next.await(Duration.ZERO)).isEmpty();
        assertThat(computed).hasValue(1);
        gate.open();
        assertThat(running.await(PATIENCE)).contains(1);
        assertThat(next.await(PATIENCE)).contains(2);
    }

    @Test
    void theNextComputationRunsAlsoWhenTheOneBeforeFailed() throws Exception {
        flights.board("key", Boarding.ANY, () -> {
            gate.pass(0);
            throw new EventStoreException("away");
        });
        gate.awaitArrival();
        Flights<Integer>.Flight next = flights.board("key", Boarding.NOT_STARTED, () -> 7);
        gate.open();
        assertThat(next.await(PATIENCE)).contains(7);
    }

    private Callable<Integer> heldUp() {
        return () -> {
            int number = computed.incrementAndGet();
            return gate.pass(number);
        };
    }

    private static <T> FutureTask<T> started(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }
}
