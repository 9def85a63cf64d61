package dev.tessera.app.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/** Results in memory, those that were of least use given up when they take more than their share. */
final class ResultCache {
    /** The key, the entry and what hangs on them. */
    private static final long ENTRY_BYTES = 1_000;

    private final Cache<String, Computed> results;

    ResultCache(long bytes) {
        this.results = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .<String, Computed>weigher((_, it) -> (int)
                        Math.min(Integer.MAX_VALUE, ENTRY_BYTES + it.footprint().heapBytes()))
                .executor(Runnable::run)
                .build();
    }

    Optional<Computed> find(String key) {
        return Optional.ofNullable(results.getIfPresent(key));
    }

    void put(String key, Computed computed) {
        results.put(key, computed);
    }
}
