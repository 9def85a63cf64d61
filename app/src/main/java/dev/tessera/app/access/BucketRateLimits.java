package dev.tessera.app.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.tessera.app.http.Operation;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Clock;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Limits that are a bucket of requests for each caller, filled anew a minute and an hour after its first request.
 *
 * <p>A bucket that filled up drop by drop would let through a little more than the limit in the first minute, which clients
 * that count would notice. This one may let through twice the limit in a minute that has the end of one in its middle.
 *
 * <p>Keys and addresses are kept apart and are only so many: strangers with many addresses cannot make a key's count
 * forgotten, nor fill the memory. Who has not asked for an hour has a full bucket and needs none.
 */
final class BucketRateLimits implements RateLimits {
    private static final int MAX_SPENDERS = 2_000;
    private static final Duration BURST = Duration.ofMinutes(1);
    private static final Duration SUSTAINED = Duration.ofHours(1);

    private static final List<Bandwidth> ALL = List.of(limit(480, BURST), limit(4_800, SUSTAINED));
    private static final List<Bandwidth> QUERIES = List.of(limit(240, BURST), limit(1_200, SUSTAINED));
    private static final List<Bandwidth> VALUES = List.of(limit(60, BURST), limit(300, SUSTAINED));

    private final TimeMeter time;
    private final LoadingCache<Spender.Key, Buckets> keys;
    private final LoadingCache<Spender.Address, Buckets> addresses;

    BucketRateLimits(Clock clock) {
        this.time = new ClockTime(clock);
        this.keys = cache();
        this.addresses = cache();
    }

    @Override
    public void spend(Spender spender, Operation operation) {
        Buckets buckets = switch (spender) {
            case Spender.Key it -> keys.get(it);
            case Spender.Address it -> addresses.get(it);
        };
        Optional<Bucket> own = switch (operation.cost()) {
            case LOOKUP -> Optional.empty();
            case QUERY -> Optional.of(buckets.queries());
            case VALUES -> Optional.of(buckets.values());
        };
        own.ifPresent(BucketRateLimits::take);
        try {
            take(buckets.all());
        } catch (ProblemException e) {
            own.ifPresent(it -> it.addTokens(1));
            throw e;
        }
    }

    private static void take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new ProblemException(Problem.Throttled.until(Duration.ofNanos(probe.getNanosToWaitForRefill())));
        }
    }

    /** What one spender has left: of all operations, and of those that cost more. */
    private record Buckets(Bucket all, Bucket queries, Bucket values) {}

    private <K> LoadingCache<K, Buckets> cache() {
        return Caffeine.newBuilder()
                .executor(Runnable::run)
                .ticker(time::currentTimeNanos)
                .maximumSize(MAX_SPENDERS)
                .expireAfterAccess(SUSTAINED)
                .build(_ -> new Buckets(bucket(ALL), bucket(QUERIES), bucket(VALUES)));
    }

    private Bucket bucket(List<Bandwidth> limits) {
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(time);
        limits.forEach(builder::addLimit);
        return builder.build();
    }

    private static Bandwidth limit(int requests, Duration period) {
        return Bandwidth.builder()
                .capacity(requests)
                .refillIntervally(requests, period)
                .build();
    }

    /** Our clock, as the buckets want it. */
    private record ClockTime(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, clock.now());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
