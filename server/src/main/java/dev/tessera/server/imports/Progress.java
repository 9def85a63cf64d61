package dev.tessera.server.imports;

import dev.tessera.kernel.time.Clock;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells how far the import is: a line that is drawn over and over on a terminal, a new line now and then elsewhere.
 *
 * <p>What it counts is stored: windows are acknowledged in the order of the file.
 */
final class Progress {
    private static final Duration TERMINAL_EVERY = Duration.ofMillis(200);
    private static final Duration LOG_EVERY = Duration.ofSeconds(5);
    private static final int BAR = 30;

    private final Clock clock;
    private final PrintStream out;
    private final boolean terminal;
    private final long fileSize;
    private final Instant start;
    private final ReentrantLock lock = new ReentrantLock();
    private Instant shown;
    private Instant complained = Instant.MIN;
    private int width;
    private long events;
    private long lines;

    Progress(Clock clock, PrintStream out, boolean terminal, long fileSize) {
        this.clock = clock;
        this.out = out;
        this.terminal = terminal;
        this.fileSize = fileSize;
        this.start = clock.now();
        this.shown = start;
    }

    /** Every line of {@code window} is stored, or is known as bad. */
    void acknowledged(Window window, long stored) {
        locked(() -> {
            events += stored;
            lines += window.lines();
            Instant now = clock.now();
            if (!now.isBefore(shown.plus(terminal ? TERMINAL_EVERY : LOG_EVERY))) {
                shown = now;
                show(status(window.end(), now));
            }
        });
    }

    /** The server cannot be had for now. */
    void waiting(String reason, Duration wait) {
        locked(() -> {
            Instant now = clock.now();
            if (complained.equals(Instant.MIN) || !now.isBefore(complained.plus(LOG_EVERY))) {
                complained = now;
                show("Waiting: " + reason + ". Next try in " + seconds(wait) + ".");
            }
        });
    }

    /** Ends the line that is being drawn and writes {@code sentence} on the next. */
    void say(String sentence) {
        locked(() -> {
            if (width > 0) {
                out.println();
            }
            width = 0;
            out.println(sentence);
            out.flush();
        });
    }

    /** {@code 262,200 events in 14 s (18,700 events/s)}. */
    String total() {
        Duration took = Duration.between(start, clock.now());
        return number(events) + " events in " + duration(took) + " (" + number(rate(took)) + " events/s)";
    }

    /** What to say when the import is interrupted. */
    String interrupted() {
        lock.lock();
        try {
            return "Interrupted; " + (lines == 0 ? "nothing is" : "lines 1 to " + number(lines) + " are")
                    + " done for certain. Run the same command again to go on: what is stored is not stored twice.";
        } finally {
            lock.unlock();
        }
    }

    private String status(long position, Instant now) {
        Duration took = Duration.between(start, now);
        double part = fileSize == 0 ? 1 : Math.min(1, (double) position / fileSize);
        int full = (int) (part * BAR);
        String bar = terminal ? "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " : "";
        String left = part <= 0 ? "" : ", " + duration(remaining(took, part)) + " left";
        return String.format(Locale.ROOT, "%s%3d %%", bar, (int) (part * 100)) + "  " + number(events) + " events, "
                + number(rate(took)) + " events/s" + left;
    }

    private void show(String text) {
        if (terminal) {
            out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
            width = text.length();
        } else {
            out.println(text.strip());
        }
        out.flush();
    }

    private long rate(Duration took) {
        return events * 1_000 / Math.max(1, took.toMillis());
    }

    private static Duration remaining(Duration took, double part) {
        return Duration.ofMillis((long) (took.toMillis() * (1 - part) / part));
    }

    private static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
