package dev.tessera.app.capture;

import java.util.concurrent.Semaphore;

/**
 * The memory that capture bodies in flight share, so that a burst of large requests cannot exhaust the heap.
 *
 * <p>Whoever does not get its share is told to try again; nobody waits while holding a part.
 */
final class BodyBudget {
    private static final int UNIT = 1 << 10;

    private final Semaphore units;

    BodyBudget(long bytes) {
        this.units = new Semaphore(Math.toIntExact(bytes / UNIT));
    }

    /** An empty share; it grows with what is read. */
    Share open() {
        return new Share();
    }

    /** Bytes that nobody holds. */
    long free() {
        return (long) units.availablePermits() * UNIT;
    }

    /** What one request holds. */
    final class Share implements AutoCloseable {
        private int held;

        private Share() {}

        /** Takes {@code bytes} more. */
        void take(long bytes) {
            int wanted = Math.toIntExact((bytes + UNIT - 1) / UNIT);
            if (!units.tryAcquire(wanted)) {
                throw new CaptureException(new CaptureFailure.Overloaded());
            }
            held += wanted;
        }

        @Override
        public void close() {
            units.release(held);
            held = 0;
        }
    }
}
