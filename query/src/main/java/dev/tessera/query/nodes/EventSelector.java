package dev.tessera.query.nodes;

/** Which events a series is about. */
public sealed interface EventSelector {
    /** Every event. */
    record All() implements EventSelector {}

    /** The events called {@code name}. */
    record Named(String name) implements EventSelector {}
}
