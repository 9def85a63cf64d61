package dev.tessera.app.capture;

import dev.tessera.app.ingestion.AcceptedEvents;

/**
 * What a capture request holds.
 *
 * @param token of the project, well formed but perhaps of no project
 */
record Payload(String token, AcceptedEvents events) {}
