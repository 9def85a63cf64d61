package dev.tessera.server.imports;

import java.io.InputStream;
import java.util.concurrent.Semaphore;

/** Bytes of which a reader gets only as many as were let through. */
final class GatedStream extends InputStream {
    private final byte[] bytes;
    private final Semaphore allowed = new Semaphore(0);
    private int position;

    GatedStream(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Lets {@code count} bytes more through. */
    void let(int count) {
        allowed.release(count);
    }

    @Override
    public int read() {
        if (position == bytes.length) {
            return -1;
        }
        allowed.acquireUninterruptibly();
        return bytes[position++] & 0xFF;
    }

    /** One byte at least, and what else was let through already. */
    @Override
    public int read(byte[] target, int offset, int length) {
        int first = read();
        if (first < 0 || length == 0) {
            return length == 0 ? 0 : -1;
        }
        target[offset] = (byte) first;
        int more = Math.min(Math.min(length - 1, bytes.length - position), allowed.availablePermits());
        allowed.acquireUninterruptibly(more);
        System.arraycopy(bytes, position, target, offset + 1, more);
        position += more;
        return more + 1;
    }
}
