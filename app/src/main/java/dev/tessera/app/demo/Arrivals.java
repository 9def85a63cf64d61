package dev.tessera.app.demo;

import dev.tessera.app.ingestion.CapturedEvent;
import java.util.List;

/** Takes events as capture would pass them on. */
@FunctionalInterface
public interface Arrivals {
    /** Stores {@code events}, of which there is at least one. */
    void accept(List<CapturedEvent> events) throws InterruptedException;
}
