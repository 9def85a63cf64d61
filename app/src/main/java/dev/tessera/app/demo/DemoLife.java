package dev.tessera.app.demo;

import dev.tessera.app.demo.world.Deed;
import dev.tessera.app.demo.world.Episode;
import dev.tessera.app.demo.world.World;
import dev.tessera.app.ingestion.CapturedEvent;
import dev.tessera.kernel.id.Uuids;
import dev.tessera.kernel.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets life go on in the demo while the server runs: first what happened since the history ended or the server was last
 * stopped, under the same ids each time, so that what is there stays as it is; then one event after the other, as of now.
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
    private final RandomGenerator random;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("demo-life").unstarted(this::run);

    public DemoLife(World world, Arrivals arrivals, Clock clock, RandomGenerator random) {
        this.world = world;
        this.arrivals = arrivals;
        this.clock = clock;
        this.random = random;
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
        while (stopped.getCount() > 0) {
            Episode episode = world.between(from, from.plus(STRETCH));
            Instant last = from;
            for (int i = 0; i < episode.size(); i++) {
                Deed deed = episode.deed(i);
                if (isStoppedAfter(Pace.wait(Duration.between(last, deed.timestamp()), sent))) {
                    return;
                }
                send(List.of(asOfNow(deed)));
                sent++;
                last = deed.timestamp();
            }
            from = from.plus(STRETCH);
        }
    }

    private void send(List<CapturedEvent> events) throws InterruptedException {
        boolean sent = false;
        while (!sent && stopped.getCount() > 0) {
            try {
                arrivals.accept(events);
                sent = true;
            } catch (RuntimeException e) {
                log.warn("Nothing goes on in the demo: {}", e.getMessage());
                isStoppedAfter(AFTER_FAILURE);
            }
        }
    }

    private boolean isStoppedAfter(Duration wait) throws InterruptedException {
        return stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static CapturedEvent asItHappened(Deed deed) {
        return new CapturedEvent(
                deed.uuid(),
                deed.event(),
                deed.distinctId(),
                deed.timestamp(),
                deed.properties(),
                deed.set(),
                deed.setOnce());
    }

    /** The id is a new one: when its own time comes, the event may be missed because the server was stopped. */
    private CapturedEvent asOfNow(Deed deed) {
        Instant now = clock.now();
        return new CapturedEvent(
                Uuids.v7(now, random),
                deed.event(),
                deed.distinctId(),
                now,
                deed.properties(),
                deed.set(),
                deed.setOnce());
    }
}
