package dev.tessera.app.capture;

import dev.tessera.app.ingestion.CapturedEvent;
import java.util.List;

/**
 * What a capture request holds.
 *
 * @param token of the project, well formed but perhaps of no project
 */
record Payload(String token, List<CapturedEvent> events) {
    Payload {
        events = List.copyOf(events);
    }
}
