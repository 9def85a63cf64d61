package dev.tessera.app.ingestion;

/** Is told what was applied; metrics hang here. */
@FunctionalInterface
public interface IngestionObserver {
    /** {@code stored} events are new in the event store; {@code duplicates} were there before. */
    void applied(int stored, int duplicates);
}
