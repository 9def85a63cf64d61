package dev.tessera.app.ingestion;

import dev.tessera.kernel.id.ProjectId;
import java.util.List;

/** Events of one capture request: what one record of the journal holds. */
record CapturedBatch(ProjectId project, List<CapturedEvent> events) {
    CapturedBatch {
        events = List.copyOf(events);
    }
}
