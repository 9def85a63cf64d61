package dev.tessera.server;

import dev.tessera.app.access.Later;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Small work that nobody waits for, one piece after the other. What has not begun when it closes is not done. */
final class Background implements Later, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Background.class);

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("background").daemon().factory(), new ThreadPoolExecutor.DiscardPolicy());

    @Override
    public void run(Runnable work, Duration delay) {
        Future<?> _ = executor.schedule(() -> guarded(work), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            log.error("Work in the background failed", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
