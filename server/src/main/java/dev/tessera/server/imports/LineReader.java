package dev.tessera.server.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Splits a stream into lines. It holds one line at a time, and no more of it than an event can have. */
final class LineReader {
    /** The longest line that is read whole, in bytes: twice the largest event that the server takes. */
    static final int MAX_LINE = 2 << 20;

    private static final int CHUNK = 64 << 10;

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
    private int start;
    private int end;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line, or empty at the end. Lines end with LF or CR LF; the last one need not. */
    Optional<Line> next() throws IOException {
        line.reset();
        boolean cut = false;
        boolean begun = false;
        while (start < end || fill()) {
            begun = true;
            int stop = start;
            while (stop < end && chunk[stop] != '\n') {
                stop++;
            }
            int room = Math.min(stop - start, MAX_LINE - line.size());
            line.write(chunk, start, room);
            cut |= room < stop - start;
            boolean ended = stop < end;
            start = ended ? stop + 1 : stop;
            if (ended) {
                break;
            }
        }
        if (!begun) {
            return Optional.empty();
        }
        number++;
        return Optional.of(new Line(number, content(), cut));
    }

    private boolean fill() throws IOException {
        start = 0;
        end = Math.max(0, in.read(chunk, 0, CHUNK));
        return end > 0;
    }

    private byte[] content() {
        byte[] bytes = line.toByteArray();
        int from = number == 1 && startsWithByteOrderMark(bytes) ? 3 : 0;
        int to = bytes.length > from && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        return from == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
    }

    private static boolean startsWithByteOrderMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }
}
