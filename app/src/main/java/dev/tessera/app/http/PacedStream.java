package dev.tessera.app.http;

import java.io.IOException;
import java.io.InputStream;

/** A body that breaks off with a {@link SlowBodyException} when it comes more slowly than a {@link BodyPace} allows. */
final class PacedStream extends InputStream {
    private final InputStream in;
    private final BodyPace pace;
    private final long started;
    private long arrived;

    PacedStream(InputStream in, BodyPace pace) {
        this.in = in;
        this.pace = pace;
        this.started = pace.nanoTime().getAsLong();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        requireTime();
        int read = in.read(target, from, length);
        if (read > 0) {
            arrived += read;
            requireTime();
        }
        return read;
    }

    private void requireTime() throws SlowBodyException {
        if (pace.nanoTime().getAsLong() - started > pace.nanosFor(arrived)) {
            throw new SlowBodyException();
        }
    }
}
