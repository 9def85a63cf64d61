package dev.tessera.server.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A line that can be sent.
 *
 * @param sender whose event it is; the events of one sender are sent in the order of the file
 * @param uuid what the line lacks
 */
record Event(Line line, String sender, Insertion uuid) {
    /** Writes the line with its uuid; all else stays as it is, byte for byte. */
    void writeTo(OutputStream out) throws IOException {
        byte[] bytes = line.bytes();
        out.write(bytes, 0, uuid.from());
        out.write(uuid.text().getBytes(StandardCharsets.US_ASCII));
        out.write(bytes, uuid.to(), bytes.length - uuid.to());
    }

    /** A text that takes the place of the bytes from {@code from} to before {@code to}. */
    record Insertion(int from, int to, String text) {
        /** Leaves the line as it is. */
        static final Insertion NONE = new Insertion(0, 0, "");
    }
}
