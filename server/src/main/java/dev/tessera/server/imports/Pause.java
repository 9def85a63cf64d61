package dev.tessera.server.imports;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
interface Pause {
    void of(Duration duration) throws InterruptedException;
}
