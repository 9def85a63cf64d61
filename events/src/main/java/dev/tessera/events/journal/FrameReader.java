package dev.tessera.events.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads frames of one segment through a window on it; never looks at or after the limit it is given. */
final class FrameReader {
    private static final int WINDOW = 64 << 10;

    private final JournalFile file;
    private final long base;
    private final ByteBuffer window;
    private long windowAt;

    /** Reads {@code file}, whose first byte is at position {@code base}. */
    FrameReader(JournalFile file, long base) {
        this.file = file;
        this.base = base;
        this.window = ByteBuffer.allocateDirect(WINDOW).limit(0);
    }

    /** The frame at {@code position} that ends at {@code limit} or before, or empty when no sound one does. */
    Optional<Frame> read(long position, long limit) throws IOException {
        if (limit - position < Frame.HEADER || !show(position, Frame.HEADER, limit)) {
            return Optional.empty();
        }
        int start = (int) (position - windowAt);
        int checksum = window.getInt(start);
        int length = window.getInt(start + Frame.LENGTH_AT);
        if (window.getLong(start + Frame.POSITION_AT) != position
                || length < 0
                || length > limit - position - Frame.HEADER) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.allocate(Frame.HEADER).put(0, window, start, Frame.HEADER);
        byte[] payload = new byte[length];
        if (!copy(position + Frame.HEADER, payload, limit)
                || checksum != Frame.checksum(header.slice(Frame.LENGTH_AT, Frame.HEADER - Frame.LENGTH_AT), payload)) {
            return Optional.empty();
        }
        return Optional.of(new Frame(position, header.getLong(16), header.getLong(24), payload));
    }

    /** Whether a sound frame after {@code broken} and before {@code limit} calls {@code broken} safe. */
    boolean callsSafe(long broken, long limit) throws IOException {
        for (long position = broken + 1; position + Frame.HEADER <= limit; position++) {
            if (show(position, Frame.HEADER, limit)
                    && window.getLong((int) (position - windowAt) + Frame.POSITION_AT) == position) {
                Optional<Frame> frame = read(position, limit);
                if (frame.isPresent() && frame.get().safe() > broken) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean copy(long position, byte[] target, long limit) throws IOException {
        int done = 0;
        while (done < target.length) {
            if (!show(position + done, 1, limit)) {
                return false;
            }
            int start = (int) (position + done - windowAt);
            int count = Math.min(target.length - done, window.limit() - start);
            window.get(start, target, done, count);
            done += count;
        }
        return true;
    }

    /** Moves the window so that it shows {@code count} bytes from {@code position} on; false when there are fewer. */
    private boolean show(long position, int count, long limit) throws IOException {
        if (position >= windowAt && position + count <= windowAt + window.limit()) {
            return true;
        }
        int wanted = (int) Math.min(WINDOW, limit - position);
        int got = 0;
        try {
            int more = 0;
            while (got < wanted && more >= 0) {
                more = file.read(window.limit(wanted).position(got), position - base + got);
                got += Math.max(0, more);
            }
        } finally {
            windowAt = position;
            window.position(0).limit(got);
        }
        return got >= count;
    }
}
