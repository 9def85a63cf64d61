package dev.tessera.app.demo;

import dev.tessera.app.ingestion.CapturedEvent;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Takes events as capture would pass them on. */
public interface Arrivals {
    /** Stores {@code events}, of which there is at least one; what arrived before under the same id stays as it is. */
    void accept(List<CapturedEvent> events) throws InterruptedException;

    /** Those of {@code ids} under which an event arrived. */
    Set<UUID> arrived(List<UUID> ids) throws InterruptedException;
}
