package dev.tessera.app.ops;

import dev.tessera.app.http.RequestObserver;
import dev.tessera.app.ingestion.Ingestion;
import dev.tessera.app.ingestion.IngestionObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The meters of the product. No tag holds anything that a stranger can choose, so their number is bounded. */
public final class Metrics {
    private final PrometheusMeterRegistry registry;

    public Metrics(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    /** Times requests by route and status. */
    public RequestObserver requests() {
        return (operation, status, nanoseconds) -> Timer.builder("tessera.http.requests")
                .tag("method", operation.method().name())
                .tag("route", operation.path())
                .tag("status", Integer.toString(status))
                .register(registry)
                .record(nanoseconds, TimeUnit.NANOSECONDS);
    }

    /** Counts applied events. */
    public IngestionObserver ingestion() {
        Counter stored = registry.counter("tessera.events.stored");
        Counter duplicates = registry.counter("tessera.events.duplicates");
        return (newOnes, repeated) -> {
            stored.increment(newOnes);
            duplicates.increment(repeated);
        };
    }

    /** Watches how far the stores are behind the journal. */
    public void watch(Ingestion ingestion) {
        Gauge.builder("tessera.journal.backlog", ingestion, Ingestion::backlog)
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("tessera.journal.lag", ingestion, it -> seconds(it.lag()))
                .baseUnit("seconds")
                .register(registry);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
