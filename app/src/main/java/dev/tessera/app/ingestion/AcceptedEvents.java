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

    /** Room to write on, and what is written again. */
    private static final int OPEN_COPIES = 3;

    private final List<byte[]> records = new ArrayList<>();
    private final BatchWriter open = new BatchWriter();
    private int openCharacters;
    private long packed;

    public void add(CapturedEvent event) {
        open.add(event);
        openCharacters += event.properties().length()
                + event.set().length()
                + event.setOnce().length();
        if (open.events() >= RECORD_EVENTS || openCharacters >= RECORD_CHARACTERS) {
            pack();
        }
    }

    public boolean isEmpty() {
        return records.isEmpty() && open.events() == 0;
    }

    /** The memory that they take at most, also while a record is packed. */
    public long bytes() {
        return packed + (long) OPEN_COPIES * open.size();
    }

    /** All of them as records of {@code project}. */
    List<byte[]> records(ProjectId project) {
        if (open.events() > 0) {
            pack();
        }
        records.forEach(record -> BatchCodec.assign(record, project));
        return List.copyOf(records);
    }

    private void pack() {
        byte[] record = open.finish();
        records.add(record);
        packed += record.length;
        openCharacters = 0;
    }
}
