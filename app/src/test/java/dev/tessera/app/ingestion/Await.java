package dev.tessera.app.ingestion;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread is about to do. */
public final class Await {
    private static final long DEADLINE = Duration.ofSeconds(60).toNanos();
    private static final long PAUSE = Duration.ofMillis(2).toNanos();

    private Await() {}

    /** Returns as soon as {@code condition} holds, and fails when it does not for a minute. */
    public static void until(String what, BooleanSupplier condition) {
        long started = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - started > DEADLINE) {
                throw new AssertionError("Waited in vain: " + what);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
