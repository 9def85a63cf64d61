package dev.tessera.app.demo;

import dev.tessera.app.demo.world.Deed;
import dev.tessera.app.demo.world.Episode;
import dev.tessera.app.demo.world.World;
import dev.tessera.app.ingestion.CapturedEvent;
import dev.tessera.kernel.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets life go on in the demo while the server runs: first what happened since the history ended, then one event after the
 * other, sooner than its time and as of now. An event has the same id in both, so that it happens once however often the
 * server is stopped or killed in between.
 */
public final class DemoLife implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DemoLife.class);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration STRETCH = Duration.ofDays(2);
    private static final int EVENTS_AT_ONCE = 500;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final World world;
    private final Arrivals arrivals;
    private final Clock clock;
    private final Waiting waiting;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("demo-life").unstarted(this::run);

    @FunctionalInterface
    private interface Attempt {
        void make() throws InterruptedException;
    }

    /** Lets time pass. */
    @FunctionalInterface
    interface Waiting {
        /** Returns after {@code wait}, or as soon as {@code stopped} is down. */
        void pass(Duration wait, CountDownLatch stopped) throws InterruptedException;
    }

    public DemoLife(World world, Arrivals arrivals, Clock clock) {
        this(world, arrivals, clock, (wait, stopped) -> {
            boolean _ = stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    DemoLife(World world, Arrivals arrivals, Clock clock, Waiting waiting) {
        this.world = world;
        this.arrivals = arrivals;
        this.clock = clock;
        this.waiting = waiting;
    }

    /** Begins; returns at once. */
    public void start() {
        thread.start();
    }

    /** Ends after the event that is on its way. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Instant caughtUp = catchUp();
            goOn(caughtUp);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends what has happened since the history ended; returns up to when. */
    private Instant catchUp() throws InterruptedException {
        Instant now = clock.now();
        Instant from = world.story().end();
        while (from.isBefore(now) && stopped.getCount() > 0) {
            Instant until = from.plus(MONTH).isBefore(now) ? from.plus(MONTH) : now;
            Episode episode = world.between(from, until);
            for (int i = 0; i < episode.size(); i += EVENTS_AT_ONCE) {
                send(IntStream.range(i, Math.min(i + EVENTS_AT_ONCE, episode.size()))
                        .mapToObj(position -> asItHappened(episode.deed(position)))
                        .toList());
            }
            from = until;
        }
        return now;
    }

    private void goOn(Instant begin) throws InterruptedException {
        int sent = 0;
        Instant from = begin;
        Instant last = begin;
        while (stopped.getCount() > 0) {
            Episode episode = world.between(from, from.plus(STRETCH));
            Set<UUID> happened = happened(episode);
            for (int i = 0; i < episode.size(); i++) {
                Deed deed = episode.deed(i);
                if (!happened.contains(deed.uuid())) {
                    if (isStoppedAfter(waitFor(deed, last, sent))) {
                        return;
                    }
                    send(List.of(asOfNow(deed)));
                    sent++;
                }
                last = deed.timestamp();
            }
            from = from.plus(STRETCH);
        }
    }

    private Duration waitFor(Deed deed, Instant last, int sent) {
        return Pace.wait(
                Duration.between(last, deed.timestamp()), sent, Duration.between(clock.now(), deed.timestamp()));
    }

    private void send(List<CapturedEvent> events) throws InterruptedException {
        insist(() -> arrivals.accept(events));
    }

    /** What of it happened before its time, while the server ran the last time. */
    private Set<UUID> happened(Episode episode) throws InterruptedException {
        List<UUID> ids = episode.deeds().map(Deed::uuid).toList();
        Set<UUID> happened = new HashSet<>();
        insist(() -> happened.addAll(arrivals.arrived(ids)));
        return happened;
    }

    /** Tries until it works, or the server is stopped. */
    private void insist(Attempt attempt) throws InterruptedException {
        boolean done = false;
        while (!done && stopped.getCount() > 0) {
            try {
                attempt.make();
                done = true;
            } catch (RuntimeException e) {
                log.warn("Nothing goes on in the demo: {}", e.getMessage());
                isStoppedAfter(AFTER_FAILURE);
            }
        }
    }

    private boolean isStoppedAfter(Duration wait) throws InterruptedException {
        waiting.pass(wait, stopped);
        return stopped.getCount() == 0;
    }

    private static CapturedEvent asItHappened(Deed deed) {
        return captured(deed, deed.timestamp());
    }

    private CapturedEvent asOfNow(Deed deed) {
        return captured(deed, clock.now());
    }

    private static CapturedEvent captured(Deed deed, Instant timestamp) {
        return new CapturedEvent(
                deed.uuid(), deed.event(), deed.distinctId(), timestamp, deed.properties(), deed.set(), deed.setOnce());
    }
}
