package dev.tessera.app.ops;

import dev.tessera.app.http.RequestObserver;
import dev.tessera.app.ingestion.Ingestion;
import dev.tessera.app.ingestion.IngestionObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The meters of the product. No tag holds anything that a stranger can choose, so their number is bounded. */
public final class Metrics {
    private final PrometheusMeterRegistry registry;

    public Metrics(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    /** Times requests by method, route and status. */
    public RequestObserver requests() {
        return (method, route, status, nanoseconds) -> Timer.builder("tessera.http.requests")
                .tag("method", method)
                .tag("route", route)
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

    /** Watches memory, collections, threads and processor time of this process, until what it returns is closed. */
    public AutoCloseable watchProcess() {
        JvmGcMetrics collections = new JvmGcMetrics();
        Stream.<MeterBinder>of(
                        new JvmMemoryMetrics(),
                        collections,
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(it -> it.bindTo(registry));
        return collections;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
