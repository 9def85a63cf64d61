package dev.tessera.app.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Counts what somebody does, whom a text stands for: a network address, say. Who did something {@code limit} times within
 * {@code window} has to wait, for as long as the window, until it may be done again.
 *
 * <p>Only so many are remembered, which is what somebody with even more addresses gets away with.
 */
public final class Throttle {
    private static final int MAX_REMEMBERED = 10_000;

    private final int limit;
    private final Duration window;
    private final Clock clock;
    private final Cache<String, Times> remembered;

    public Throttle(int limit, Duration window, Clock clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
        this.remembered = Caffeine.newBuilder()
                .executor(Runnable::run)
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.now()))
                .maximumSize(MAX_REMEMBERED)
                .expireAfterWrite(window)
                .build();
    }

    /** How long {@code who} still has to wait; empty when it need not. */
    public Optional<Duration> wait(String who) {
        Instant now = clock.now();
        return Optional.ofNullable(remembered.getIfPresent(who))
                .map(it -> it.wait(now))
                .filter(Duration::isPositive);
    }

    /**
     * Remembers that {@code who} did it once more.
     *
     * @return false when {@code who} has to wait; then nothing is counted, and the wait gets no longer
     */
    public boolean tryCount(String who) {
        Instant now = clock.now();
        AtomicBoolean counted = new AtomicBoolean(true);
        remembered.asMap().merge(who, new Times(List.of(now)), (before, _) -> {
            counted.set(!before.wait(now).isPositive());
            return counted.get() ? before.and(now) : before;
        });
        return counted.get();
    }

    /**
     * Counts, unless {@code who} has to wait.
     *
     * @throws ProblemException {@link Problem.Throttled} when it has to
     */
    public void spend(String who) {
        if (!tryCount(who)) {
            throw new ProblemException(Problem.Throttled.until(wait(who).orElse(Duration.ZERO)));
        }
    }

    /** When it was done within a window, oldest first. */
    private final class Times {
        private final List<Instant> instants;

        Times(List<Instant> instants) {
            this.instants = instants;
        }

        Duration wait(Instant now) {
            return instants.size() < limit
                    ? Duration.ZERO
                    : Duration.between(now, instants.getLast().plus(window));
        }

        Times and(Instant now) {
            Instant start = now.minus(window);
            return new Times(Stream.concat(instants.stream().filter(it -> it.isAfter(start)), Stream.of(now))
                    .toList());
        }
    }
}
