package dev.tessera.app.query;

import dev.tessera.events.EventStoreException;
import java.util.concurrent.CountDownLatch;

/** Holds threads up until a test lets them pass; an interrupted one fails as it does inside an event store. */
final class Gate {
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    /** Waits at the gate, then returns {@code value}. */
    <T> T pass(T value) {
        arrived.countDown();
        try {
            opened.await();
        } catch (InterruptedException e) {
            interrupted.countDown();
            Thread.currentThread().interrupt();
            throw new EventStoreException("Interrupted", e);
        }
        return value;
    }

    void open() {
        opened.countDown();
    }

    /** Returns when somebody waits at the gate, or has passed it. */
    void awaitArrival() throws InterruptedException {
        arrived.await();
    }

    /** Returns when somebody was sent away from the gate. */
    void awaitInterruption() throws InterruptedException {
        interrupted.await();
    }
}
