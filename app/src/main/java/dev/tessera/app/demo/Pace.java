package dev.tessera.app.demo;

import java.time.Duration;

/**
 * How long the demo waits for its next event.
 *
 * <p>The product has an event or two in a minute, which nobody wants to watch. So time runs faster while somebody may be
 * watching for the first time, and comes down to its own speed before a day that was left running looks like ten. What
 * happens sooner is missing later, when the server is stopped: so it is never far ahead.
 */
final class Pace {
    private static final double FASTEST = 30;
    private static final double FAST_EVENTS = 300;
    private static final double LONGEST_SECONDS = 60;

    /** An event comes this much before its time at most. */
    static final Duration MOST_AHEAD = Duration.ofHours(12);

    private Pace() {}

    /**
     * The wait for an event that comes {@code gap} after the one before it, when {@code sent} were sent by now.
     *
     * @param ahead how much before its time the event would come without a wait
     */
    static Duration wait(Duration gap, int sent, Duration ahead) {
        double speed = Math.clamp(FASTEST * Math.pow(FAST_EVENTS / Math.max(1, sent), 2), 1, FASTEST);
        double seconds = Math.min(gap.toMillis() / 1_000.0, LONGEST_SECONDS) / speed;
        Duration wait = Duration.ofMillis((long) (seconds * 1_000));
        Duration least = ahead.minus(MOST_AHEAD);
        return wait.compareTo(least) < 0 ? least : wait;
    }
}
