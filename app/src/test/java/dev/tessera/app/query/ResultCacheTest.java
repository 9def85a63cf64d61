package dev.tessera.app.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.time.DateRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultCacheTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private final ResultCache cache = new ResultCache(100_000);

    @Test
    void keepsResultsUpToItsSize() {
        for (int i = 0; i < 1_000; i++) {
            cache.put("key " + i, computed(9_000));
        }
        assertThat(IntStream.range(0, 1_000)
                        .filter(i -> cache.find("key " + i).isPresent())
                        .count())
                .isEqualTo(10);
    }

    @Test
    void doesNotKeepWhatIsLargerThanItself() {
        cache.put("small", computed(9_000));
        cache.put("large", computed(100_000));
        assertThat(cache.find("large")).isEmpty();
        assertThat(cache.find("small")).isPresent();
    }

    private static Computed computed(long bytes) {
        DateRange range = new DateRange(NOON.atZone(ZoneOffset.UTC), NOON.atZone(ZoneOffset.UTC), NOON, NOON);
        return new Computed(Json.object(), NOON, range, new Footprint(bytes, bytes));
    }
}
