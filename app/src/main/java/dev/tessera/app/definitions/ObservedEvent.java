package dev.tessera.app.definitions;

import dev.tessera.kernel.id.ProjectId;
import java.time.Instant;

/**
 * An event, as far as it tells of definitions.
 *
 * @param properties the text of a JSON object
 * @param set the text of a JSON object of person properties, or empty
 * @param setOnce the text of a JSON object of person properties, or empty
 * @param at when it was received, which is when definitions say that it was seen
 */
public record ObservedEvent(
        ProjectId project, String event, String properties, String set, String setOnce, Instant at) {}
