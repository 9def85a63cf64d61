package dev.tessera.bench;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Requests made in advance and kept in a file, so that making them takes nothing from the machine while it is measured.
 *
 * <p>Sending them again sends the same uuids.
 */
final class Load implements Closeable {
    private final FileChannel file;
    private final long[] starts;
    private final int eventsEach;
    private final double bytesPerEvent;

    private Load(FileChannel file, long[] starts, int eventsEach, double bytesPerEvent) {
        this.file = file;
        this.starts = starts;
        this.eventsEach = eventsEach;
        this.bytesPerEvent = bytesPerEvent;
    }

    /**
     * Makes {@code requests} requests of {@code eventsEach} events, the events spread evenly over {@code span} and
     * ending at {@code last}.
     */
    static Load make(Path path, int requests, int eventsEach, EventWriter writer, Instant last, Duration span)
            throws IOException {
        long[] starts = new long[requests + 1];
        long events = (long) requests * eventsEach;
        long made = 0;
        long bytes = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 20)) {
            StringBuilder json = new StringBuilder();
            for (int i = 0; i < requests; i++) {
                json.setLength(0);
                json.append("{\"api_key\":\"").append(Server.TOKEN).append("\",\"batch\":[");
                for (int j = 0; j < eventsEach; j++) {
                    json.append(j == 0 ? "" : ",");
                    long left = events - ++made;
                    writer.append(json, last.minusNanos((long) (span.toNanos() * ((double) left / events))));
                }
                byte[] text = json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
                byte[] packed = gzip(text);
                bytes += text.length;
                out.write(packed);
                starts[i + 1] = starts[i] + packed.length;
            }
        }
        return new Load(FileChannel.open(path, StandardOpenOption.READ), starts, eventsEach, (double) bytes / events);
    }

    int requests() {
        return starts.length - 1;
    }

    int eventsEach() {
        return eventsEach;
    }

    long events() {
        return (long) requests() * eventsEach;
    }

    /** Bytes of JSON for an event, before packing. */
    double bytesPerEvent() {
        return bytesPerEvent;
    }

    /** The packed body of a request. */
    byte[] body(int request) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(starts[request + 1] - starts[request]));
        while (buffer.hasRemaining()) {
            if (file.read(buffer, starts[request] + buffer.position()) < 0) {
                throw new BenchException("A load file is shorter than it was");
            }
        }
        return buffer.array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static byte[] gzip(byte[] text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(text.length / 4);
        try (OutputStream out = new FastGzip(packed)) {
            out.write(text);
        }
        return packed.toByteArray();
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 8 << 10);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
