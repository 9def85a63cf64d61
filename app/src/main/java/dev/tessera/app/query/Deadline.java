package dev.tessera.app.query;

import java.time.Duration;

/** A moment by which something has to be done, whatever happens to the clock on the wall. */
record Deadline(long nanos) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The time left; negative when it has passed. */
    Duration left() {
        return Duration.ofNanos(nanos - System.nanoTime());
    }
}
