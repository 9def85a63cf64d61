package dev.tessera.app.demo;

import java.time.Duration;

/**
 * How long the demo waits for its next event.
 *
 * <p>The product has an event or two in a minute, which nobody wants to watch. So time runs faster while somebody may be
 * watching for the first time, and comes down to its own speed before a day that was left running looks like ten.
 */
final class Pace {
    private static final double FASTEST = 30;
    private static final double FAST_EVENTS = 300;
    private static final double LONGEST_SECONDS = 60;

    private Pace() {}

    /** The wait for an event that comes {@code gap} after the one before it, when {@code sent} were sent by now. */
    static Duration wait(Duration gap, int sent) {
        double speed = Math.clamp(FASTEST * Math.pow(FAST_EVENTS / Math.max(1, sent), 2), 1, FASTEST);
        double seconds = Math.min(gap.toMillis() / 1_000.0, LONGEST_SECONDS) / speed;
        return Duration.ofMillis((long) (seconds * 1_000));
    }
}
