package dev.tessera.events.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes groups of records behind each other: a group is on disk as a whole or, when that fails, gone as a whole.
 *
 * <p>Used by one thread. After a failure the next write first restores the file to what is known to be on disk.
 */
final class SegmentWriter {
    private static final int BUFFER = 128 << 10;

    private final JournalFiles files;
    private final Path directory;
    private final long segmentBytes;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private Segment segment;
    private @Nullable JournalFile file;
    private long end;
    private boolean clean;

    /** Goes on at {@code end} of {@code segment}, whose file exists. */
    SegmentWriter(JournalFiles files, Path directory, long segmentBytes, Segment segment, long end) {
        this.files = files;
        this.directory = directory;
        this.segmentBytes = segmentBytes;
        this.segment = segment;
        this.end = end;
    }

    /** The segment that the last group went to. */
    Segment segment() {
        return segment;
    }

    /** The end of what is on disk. */
    long end() {
        return end;
    }

    /** Writes {@code group} and forces it to disk, or leaves no trace of it as soon as the disk allows. */
    void write(List<PendingAppend> group) throws IOException {
        restore();
        if (end - segment.base() >= segmentBytes) {
            startSegment(end);
        }
        clean = false;
        JournalFile target = opened();
        long written = end;
        buffer.clear();
        long position = end;
        for (PendingAppend pending : group) {
            for (byte[] payload : pending.payloads()) {
                Frame frame = new Frame(position, end, pending.time(), payload);
                if (buffer.remaining() < Frame.HEADER) {
                    written = flush(target, written);
                }
                frame.putHeader(buffer);
                written = copy(target, written, payload);
                position += frame.size();
            }
        }
        flush(target, written);
        target.force();
        end = position;
        clean = true;
    }

    /** Cuts off what a failed write has left, and makes sure that the disk works again. */
    void restore() throws IOException {
        if (!clean) {
            closeQuietly();
            JournalFile opened = opened();
            opened.truncate(end - segment.base());
            opened.force();
            clean = true;
        }
    }

    /** Goes on at {@code next}, behind a skip, so that no position before it is used. */
    void skipTo(long next) throws IOException {
        restore();
        clean = false;
        JournalFile target = opened();
        Frame.skip(end, next).putHeader(buffer.clear());
        flush(target, end);
        target.force();
        startSegment(next);
    }

    void closeQuietly() {
        JournalFile open = file;
        file = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // What counts was forced before; the file is opened anew when it is needed.
            }
        }
    }

    /** Makes the segment that begins at {@code base}; until its name is on disk the present one stays. */
    private void startSegment(long base) throws IOException {
        Segment next = Segment.startingAt(directory, base);
        JournalFile opened = files.open(next.file());
        try {
            files.forceDirectory(directory);
        } catch (IOException e) {
            opened.close();
            throw e;
        }
        closeQuietly();
        file = opened;
        segment = next;
        end = base;
        clean = true;
    }

    private JournalFile opened() throws IOException {
        JournalFile open = file;
        if (open == null) {
            open = files.open(segment.file());
            file = open;
        }
        return open;
    }

    private long copy(JournalFile target, long position, byte[] payload) throws IOException {
        long written = position;
        int done = 0;
        while (done < payload.length) {
            if (!buffer.hasRemaining()) {
                written = flush(target, written);
            }
            int count = Math.min(payload.length - done, buffer.remaining());
            buffer.put(payload, done, count);
            done += count;
        }
        return written;
    }

    /** Writes the buffer at {@code position}, empties it, and tells the position behind it. */
    private long flush(JournalFile target, long position) throws IOException {
        long written = position;
        buffer.flip();
        while (buffer.hasRemaining()) {
            written += target.write(buffer, written - segment.base());
        }
        buffer.clear();
        return written;
    }
}
