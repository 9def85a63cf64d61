package dev.tessera.app.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps a small body, to be sent with its length, and sends a larger one as it comes: as fast as its receiver takes it. */
final class JsonSender extends OutputStream {
    private static final int SMALL = 64 << 10;

    private final Supplier<OutputStream> receiver;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(1 << 10);
    private @Nullable OutputStream sending;

    /** A body for {@code receiver}, which is asked for when the body is not small. */
    JsonSender(Supplier<OutputStream> receiver) {
        this.receiver = receiver;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        OutputStream out = sending;
        if (out == null && kept.size() + length <= SMALL) {
            kept.write(bytes, from, length);
            return;
        }
        if (out == null) {
            out = receiver.get();
            sending = out;
            kept.writeTo(out);
            kept.reset();
        }
        out.write(bytes, from, length);
    }

    /** The whole body, when it is small. */
    Optional<byte[]> small() {
        return sending == null ? Optional.of(kept.toByteArray()) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        OutputStream out = sending;
        if (out != null) {
            out.close();
        }
    }
}
