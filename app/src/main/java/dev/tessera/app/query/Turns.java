package dev.tessera.app.query;

import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets as many queries compute at once as there is memory for their results; first come, first served. */
final class Turns {
    /** A small result takes memory too, and time of the event store. */
    private static final long LEAST = 1_000;

    private static final int RETRY_SECONDS = 5;

    private final int numbers;
    private final Duration patience;
    private final Semaphore room;

    /**
     * @param numbers how many numbers the results under way may have together
     * @param patience how long a query may wait
     */
    Turns(int numbers, Duration patience) {
        this.numbers = numbers;
        this.patience = patience;
        this.room = new Semaphore(numbers, true);
    }

    /** A query's turn, until it is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A turn for a result of {@code wanted} numbers.
     *
     * @throws ProblemException {@link Problem.Throttled} when others did not leave room in time
     */
    Turn take(long wanted, Deadline deadline) throws InterruptedException {
        int permits = (int) Math.clamp(wanted, Math.min(LEAST, numbers), numbers);
        Duration left = deadline.left();
        Duration wait = left.compareTo(patience) < 0 ? left : patience;
        if (!room.tryAcquire(permits, wait.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new ProblemException(new Problem.Throttled(
                    "Too many queries are running at the moment. Try again in a few seconds.", RETRY_SECONDS));
        }
        return () -> room.release(permits);
    }
}
