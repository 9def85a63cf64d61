package dev.tessera.app.query;

import java.time.Duration;

/** Waits for the events that somebody was told are stored. */
@FunctionalInterface
public interface Acknowledged {
    /**
     * Returns when everything acknowledged before this call can be asked about.
     *
     * @return false when that took longer than {@code timeout}
     */
    boolean await(Duration timeout) throws InterruptedException;
}
