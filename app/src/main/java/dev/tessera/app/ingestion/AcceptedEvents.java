package dev.tessera.app.ingestion;

import dev.tessera.kernel.id.ProjectId;
import java.util.ArrayList;
import java.util.List;

/**
 * The accepted events of one request, packed into records of the journal as they come: a large request takes the memory
 * of its bytes, not that of an object for each part of each event, and neither does the applier later.
 */
public final class AcceptedEvents {
    private static final int RECORD_EVENTS = 1_000;
    private static final int RECORD_CHARACTERS = 256 << 10;

    private final List<byte[]> records = new ArrayList<>();
    private final List<CapturedEvent> open = new ArrayList<>();
    private int openCharacters;

    public void add(CapturedEvent event) {
        open.add(event);
        openCharacters += event.properties().length()
                + event.set().length()
                + event.setOnce().length();
        if (open.size() >= RECORD_EVENTS || openCharacters >= RECORD_CHARACTERS) {
            pack();
        }
    }

    public boolean isEmpty() {
        return records.isEmpty() && open.isEmpty();
    }

    /** All of them as records of {@code project}. */
    List<byte[]> records(ProjectId project) {
        if (!open.isEmpty()) {
            pack();
        }
        records.forEach(record -> BatchCodec.assign(record, project));
        return List.copyOf(records);
    }

    private void pack() {
        records.add(BatchCodec.encode(open));
        open.clear();
        openCharacters = 0;
    }
}
