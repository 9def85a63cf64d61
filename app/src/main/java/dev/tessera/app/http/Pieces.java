package dev.tessera.app.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/** Bytes in pieces: they need no large array, and each piece can be forgotten when it has been read. */
public final class Pieces {
    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private int size;

    /** One piece. */
    public static Pieces of(byte[] whole) {
        Pieces one = new Pieces();
        one.add(whole);
        return one;
    }

    public void add(byte[] piece) {
        pieces.add(piece);
        size += piece.length;
    }

    /** How many bytes are in memory. */
    public int size() {
        return size;
    }

    /** The first bytes, {@code most} or fewer. */
    public byte[] start(int most) throws IOException {
        return again().readNBytes(most);
    }

    /** All of it. */
    public InputStream again() {
        return new SequenceInputStream(Collections.enumeration(
                pieces.stream().map(ByteArrayInputStream::new).toList()));
    }

    /** All of it, for the last time: it takes less and less memory while it is read. */
    public InputStream once() {
        return new DrainingStream();
    }

    /** Pieces, each forgotten when it has been read. */
    private final class DrainingStream extends InputStream {
        private InputStream piece = InputStream.nullInputStream();
        private int length;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int most) throws IOException {
            int read = piece.read(target, from, most);
            while (read < 0 && !pieces.isEmpty()) {
                next();
                read = piece.read(target, from, most);
            }
            return read;
        }

        private void next() {
            size -= length;
            byte[] bytes = pieces.remove();
            length = bytes.length;
            piece = new ByteArrayInputStream(bytes);
        }
    }
}
