package dev.tessera.app.ingestion;

import dev.tessera.events.journal.Journal;
import dev.tessera.events.journal.JournalRecord;
import dev.tessera.kernel.id.EventSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Successive journal records that are applied together, one transaction per store.
 *
 * <p>With the last record they are 8 MB at most, which take 15 MB as text (docs/decisions/0012-memory-of-ingestion.md).
 *
 * @param end the end of the last record
 */
record Group(List<PendingEvent> events, long end) {
    private static final int MAX_EVENTS = 5_000;
    private static final long MAX_BYTES = 4L << 20;

    Group {
        events = List.copyOf(events);
    }

    /** {@code first} and what is on disk behind it, up to the size that one transaction should have. */
    static Group startingWith(JournalRecord first, Journal.Reader reader) throws InterruptedException {
        List<PendingEvent> events = new ArrayList<>();
        long bytes = 0;
        long end = first.end();
        Optional<JournalRecord> next = Optional.of(first);
        while (next.isPresent()) {
            JournalRecord record = next.get();
            addEvents(record, events);
            bytes += record.payload().length;
            end = record.end();
            next = events.size() < MAX_EVENTS && bytes < MAX_BYTES ? reader.next(0) : Optional.empty();
        }
        return new Group(events, end);
    }

    private static void addEvents(JournalRecord record, List<PendingEvent> events) {
        CapturedBatch batch = BatchCodec.decode(record.payload());
        long sequence = record.position();
        for (CapturedEvent event : batch.events()) {
            events.add(new PendingEvent(
                    batch.project(), new EventSequence(sequence++), record.end(), record.receivedAt(), event));
        }
    }
}
