package dev.tessera.app.ingestion;

import dev.tessera.kernel.id.ProjectId;
import java.time.Instant;

/**
 * An event as an {@link EventWitness} sees it.
 *
 * @param properties the text of a JSON object
 * @param set the text of a JSON object of person properties, or empty
 * @param setOnce the text of a JSON object of person properties, or empty
 * @param at when it was received
 */
public record ObservedEvent(
        ProjectId project, String event, String properties, String set, String setOnce, Instant at) {}
