package dev.tessera.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void aPercentileIsTheSmallestValueThatSoManyDoNotExceed() {
        Latencies latencies = new Latencies(LongStream.rangeClosed(1, 1_000)
                .map(i -> (1_001 - i) * 1_000_000)
                .toArray());
        assertThat(latencies.median()).isEqualTo(500);
        assertThat(latencies.millis(0.99)).isEqualTo(990);
        assertThat(latencies.millis(1)).isEqualTo(1_000);
        assertThat(latencies.spread()).isEqualTo("p50 500.0 / p99 990.0 / max 1000.0 ms");
    }

    @Test
    void oneValueIsEveryPercentile() {
        Latencies latencies = new Latencies(new long[] {2_000_000});
        assertThat(latencies.millis(0.01)).isEqualTo(2);
        assertThat(latencies.millis(0.99)).isEqualTo(2);
    }

    @Test
    void nothingHasNoPercentile() {
        assertThatThrownBy(() -> new Latencies(new long[0]).median()).isInstanceOf(BenchException.class);
    }
}
