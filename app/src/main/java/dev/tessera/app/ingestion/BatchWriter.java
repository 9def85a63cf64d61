package dev.tessera.app.ingestion;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** Writes events of a project that is {@linkplain BatchCodec#assign assigned} later, one after the other. */
final class BatchWriter {
    private static final int FIRST_CAPACITY = 4 << 10;

    private ByteBuffer out = begun();
    private int events;

    void add(CapturedEvent event) {
        makeRoom(BatchCodec.EVENT_HEADER);
        out.putLong(event.uuid().getMostSignificantBits())
                .putLong(event.uuid().getLeastSignificantBits())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, event.timestamp()));
        add(event.event());
        add(event.distinctId());
        add(event.properties());
        add(event.set());
        add(event.setOnce());
        events++;
    }

    int events() {
        return events;
    }

    /** Bytes that were written. */
    int size() {
        return out.position();
    }

    /** What was written; the writer begins anew. */
    byte[] finish() {
        byte[] written = Arrays.copyOf(out.putInt(BatchCodec.COUNT_AT, events).array(), out.position());
        out = begun();
        events = 0;
        return written;
    }

    private void add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        makeRoom(4 + utf8.length);
        out.putInt(utf8.length).put(utf8);
    }

    private void makeRoom(int bytes) {
        if (out.remaining() < bytes) {
            int capacity = Math.max(Math.addExact(out.position(), bytes), 2 * out.capacity());
            out = ByteBuffer.allocate(capacity).put(out.flip());
        }
    }

    private static ByteBuffer begun() {
        return ByteBuffer.allocate(FIRST_CAPACITY).put(BatchCodec.VERSION).position(BatchCodec.HEADER);
    }
}
