package dev.tessera.app.http;

import java.util.concurrent.Semaphore;

/**
 * The memory that bodies in flight share, so that a burst of large requests cannot exhaust the heap.
 *
 * <p>Whoever does not get its share is told to try again; nobody waits while holding a part.
 */
public final class BodyBudget {
    /** What a token of JSON takes in a tree, with some room for what is made of the tree. */
    public static final int TOKEN_BYTES = 96;

    private static final int UNIT = 1 << 10;

    private final long bytes;
    private final Semaphore units;

    public BodyBudget(long bytes) {
        this.bytes = bytes;
        this.units = new Semaphore(Math.toIntExact(bytes / UNIT));
    }

    /** The whole of it. */
    public long bytes() {
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

    /** What one request holds; its threads may share it. */
    public final class Share implements AutoCloseable {
        private int held;

        private Share() {}

        /** Takes {@code bytes} more, or nothing and is false when there is not so much left. */
        public synchronized boolean tryTake(long bytes) {
            return tryHold(held + units(bytes));
        }

        /** Holds {@code bytes} from now on, or what it held and is false when there is not so much left. */
        public boolean tryHoldInAll(long bytes) {
            return tryHold(units(bytes));
        }

        private synchronized boolean tryHold(int wanted) {
            if (wanted > held && !units.tryAcquire(wanted - held)) {
                return false;
            }
            units.release(Math.max(0, held - wanted));
            held = wanted;
            return true;
        }

        private static int units(long bytes) {
            return Math.toIntExact((bytes + UNIT - 1) / UNIT);
        }

        @Override
        public synchronized void close() {
            units.release(held);
            held = 0;
        }
    }
}
