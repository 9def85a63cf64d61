package dev.tessera.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;

/** What the disk alone would allow: the same bytes written to a file, unpacked, one forced write for each request. */
final class WriteYardstick {
    private static final int REQUESTS = 2_000;

    private WriteYardstick() {}

    static String measure(Path folder, Load load) throws IOException {
        int requests = Math.min(REQUESTS, load.requests());
        long[] nanos = new long[requests];
        long total = 0;
        Path path = folder.resolve("yardstick");
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < requests; i++) {
                ByteBuffer text = ByteBuffer.wrap(unpacked(load.body(i)));
                long start = System.nanoTime();
                while (text.hasRemaining()) {
                    file.write(text);
                }
                file.force(false);
                nanos[i] = System.nanoTime() - start;
                total += nanos[i];
            }
        } finally {
            Files.deleteIfExists(path);
        }
        double perSecond = (double) requests * load.eventsEach() / (total / 1e9);
        return "write + fdatasync: " + Figure.number(perSecond) + " events/s, " + new Latencies(nanos).spread();
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
