package dev.tessera.app.http;

import java.util.concurrent.Semaphore;

/**
 * The memory that bodies in flight share, so that a burst of large requests cannot exhaust the heap.
 *
 * <p>Whoever does not get its share is told to try again; nobody waits while holding a part.
 */
public final class BodyBudget {
    private static final int UNIT = 1 << 10;

    private final long bytes;
    private final Semaphore units;

    public BodyBudget(long bytes) {
        this.bytes = bytes;
        this.units = new Semaphore(Math.toIntExact(bytes / UNIT));
    }

    /** The whole of it. */
    long bytes() {
        return bytes;
    }

    /** An empty share; it grows with what is read. */
    public Share open() {
        return new Share();
    }

    /** Bytes that nobody holds. */
    public long free() {
        return (long) units.availablePermits() * UNIT;
    }

    /** What one request holds. */
    public final class Share implements AutoCloseable {
        private int held;

        private Share() {}

        /** Takes {@code bytes} more, or nothing and is false when there is not so much left. */
        public boolean tryTake(long bytes) {
            int wanted = Math.toIntExact((bytes + UNIT - 1) / UNIT);
            if (!units.tryAcquire(wanted)) {
                return false;
            }
            held += wanted;
            return true;
        }

        @Override
        public void close() {
            units.release(held);
            held = 0;
        }
    }
}
