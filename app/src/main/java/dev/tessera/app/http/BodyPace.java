package dev.tessera.app.http;

import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How fast a body has to come. A sender that drips keeps every timeout of idleness from passing, so the whole body has
 * a deadline, which what has arrived moves on.
 *
 * @param patience how long a body may take however small it is
 * @param bytesPerSecond how many bytes that arrived give a body one more second
 * @param nanoTime the time that passes, as {@link System#nanoTime}
 */
record BodyPace(Duration patience, long bytesPerSecond, LongSupplier nanoTime) {
    /** The largest body has less than two minutes. */
    static BodyPace usual() {
        return new BodyPace(Duration.ofSeconds(30), 256 << 10, System::nanoTime);
    }

    /** {@code body}, whose time runs from now on. */
    InputStream of(InputStream body) {
        return new PacedStream(body, this);
    }

    /** The time that a body has of which so many bytes have arrived. */
    long nanosFor(long bytes) {
        return patience.toNanos() + bytes * TimeUnit.SECONDS.toNanos(1) / bytesPerSecond;
    }
}
