package dev.tessera.app.capture;

import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request as it comes over the network, up to a limit; its failures are {@link CaptureException}s, to tell
 * them from those of what it holds.
 *
 * <p>Closing it reads up to one more limit of what is left, so that a client that is still sending sees the answer and
 * can use the connection again (spec/ingestion.md 2.4).
 */
final class RequestBody extends InputStream {
    private final InputStream in;
    private final long limit;
    private long taken;
    private boolean closed;

    RequestBody(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) {
        int read;
        try {
            read = in.read(target, from, length);
        } catch (IOException e) {
            throw new CaptureException(new CaptureFailure.Incomplete());
        }
        taken += Math.max(0, read);
        if (taken > limit) {
            throw CaptureException.tooLarge();
        }
        return read;
    }

    /** More may always come: a decoder that asks has to read on to know. */
    @Override
    public int available() {
        return 1;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            in.skipNBytes(limit);
        } catch (IOException e) {
            // The body ended, or the client went away: either way there is nothing left to read.
        }
    }
}
