package dev.tessera.app.http;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes failures of stores into the log. While a store is away every request fails alike, so of each kind one is written
 * with its trace and those of the next minute are only counted.
 */
public final class FailureLog {
    private static final Logger log = LoggerFactory.getLogger(FailureLog.class);
    private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanoTime;
    private final ConcurrentMap<String, Written> written = new ConcurrentHashMap<>();

    /** A log that asks {@code nanoTime} how much time has gone by. */
    public FailureLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * The failure of a kind that was written last.
     *
     * @param since how many were counted since then
     * @param before how many had been counted before it
     */
    private record Written(long at, long since, long before) {}

    /**
     * Takes a failure down.
     *
     * @param what failed
     * @param kind of the failure, one of few
     */
    public void add(String what, String kind, RuntimeException failure) {
        long now = nanoTime.getAsLong();
        Written last = written.compute(kind, (_, it) -> {
            if (it == null) {
                return new Written(now, 0, 0);
            }
            return now - it.at < PAUSE ? new Written(it.at, it.since + 1, it.before) : new Written(now, 0, it.since);
        });
        if (last.since == 0) {
            log.error("{} failed: {} ({} more since the last that was written)", what, kind, last.before, failure);
        }
    }
}
