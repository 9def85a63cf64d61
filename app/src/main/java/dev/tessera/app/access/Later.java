package dev.tessera.app.access;

import java.time.Duration;

/** Does work after a while, on a thread of its own. */
@FunctionalInterface
public interface Later {
    void run(Runnable work, Duration delay);
}
