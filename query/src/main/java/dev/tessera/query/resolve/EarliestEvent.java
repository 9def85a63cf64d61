package dev.tessera.query.resolve;

import dev.tessera.query.plan.EarliestPlan;
import java.time.Instant;
import java.util.Optional;

/** Looks up when the first event happened that a query is about. */
@FunctionalInterface
public interface EarliestEvent {
    /** When the event that {@code plan} asks for happened; empty when there is none. */
    Optional<Instant> find(EarliestPlan plan);
}
