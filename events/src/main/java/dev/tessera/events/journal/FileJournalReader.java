package dev.tessera.events.journal;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows a {@link FileJournal} from segment to segment with a file handle of its own. */
final class FileJournalReader implements Journal.Reader {
    private final FileJournal journal;
    private final JournalFiles files;
    private long position;
    private @Nullable Open open;

    FileJournalReader(FileJournal journal, JournalFiles files, long position) {
        this.journal = journal;
        this.files = files;
        this.position = position;
    }

    /** Refuses a position at which no record starts; one in a gap means the record after the gap. */
    void checkStart() {
        long end = journal.end();
        Segment segment = journal.segments().holding(position);
        boolean gap = !journal.segments().isLast(segment) && position >= segment.end();
        if (position > end || (!gap && position < end && !startsRecord(segment, end))) {
            throw new IllegalArgumentException(
                    "No record starts at position " + position + "; the journal ends at " + end);
        }
    }

    private boolean startsRecord(Segment segment, long end) {
        try {
            return opened(segment).read(position, end).isPresent();
        } catch (IOException e) {
            throw unreadable(segment, e);
        }
    }

    @Override
    public Optional<JournalRecord> next(long timeoutMillis) throws InterruptedException {
        if (!journal.awaitAfter(position, FileJournal.nanos(timeoutMillis))) {
            return Optional.empty();
        }
        long end = journal.end();
        Segments segments = journal.segments();
        Segment segment = holding(segments);
        while (!segments.isLast(segment) && position >= segment.end()) {
            segment = segments.after(segment);
            position = segment.base();
        }
        long limit = segments.isLast(segment) ? end : segment.end();
        return position < limit ? Optional.of(read(segment, limit)) : Optional.empty();
    }

    private Segment holding(Segments segments) {
        try {
            return segments.holding(position);
        } catch (IllegalArgumentException e) {
            throw new JournalException("The journal was released before it was read", e);
        }
    }

    private JournalRecord read(Segment segment, long limit) throws InterruptedException {
        try {
            Frame frame = opened(segment)
                    .read(position, limit)
                    .orElseThrow(() -> new JournalException("The journal is damaged: " + segment.file()
                            + " holds no sound record at byte " + (position - segment.base()) + "."));
            long start = position;
            position += frame.size();
            return new JournalRecord(
                    start, position, Instant.EPOCH.plus(frame.time(), ChronoUnit.MICROS), frame.payload());
        } catch (ClosedByInterruptException e) {
            close();
            Thread.interrupted();
            throw new InterruptedException("Interrupted while the journal was read");
        } catch (IOException e) {
            close();
            throw unreadable(segment, e);
        }
    }

    private static JournalException unreadable(Segment segment, IOException e) {
        return new JournalException("The journal cannot be read: " + segment.file() + ": " + e.getMessage(), e);
    }

    private FrameReader opened(Segment segment) throws IOException {
        Open now = open;
        if (now == null || now.base() != segment.base()) {
            close();
            JournalFile file = files.openToRead(segment.file());
            now = new Open(segment.base(), file, new FrameReader(file, segment.base()));
            open = now;
        }
        return now.reader();
    }

    @Override
    public void close() {
        Open now = open;
        open = null;
        if (now != null) {
            try {
                now.file().close();
            } catch (IOException e) {
                // It was only read.
            }
        }
    }

    private record Open(long base, JournalFile file, FrameReader reader) {}
}
