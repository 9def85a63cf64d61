package dev.tessera.app.ingestion;

import dev.tessera.kernel.id.ProjectId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Batches as bytes in the journal.
 *
 * <pre>
 * version (1 byte), project (8), number of events (4), then per event:
 * uuid (16), timestamp in epoch microseconds (8), and event, distinct id, properties, $set, $set_once,
 * each as its length (4) and its UTF-8
 * </pre>
 */
final class BatchCodec {
    static final byte VERSION = 1;
    static final int PROJECT_AT = 1;
    static final int COUNT_AT = 1 + 8;
    static final int HEADER = 1 + 8 + 4;
    static final int EVENT_HEADER = 16 + 8;

    private BatchCodec() {}

    static byte[] encode(CapturedBatch batch) {
        BatchWriter writer = new BatchWriter();
        batch.events().forEach(writer::add);
        byte[] bytes = writer.finish();
        assign(bytes, batch.project());
        return bytes;
    }

    /** Says whose the events are. */
    static void assign(byte[] bytes, ProjectId project) {
        ByteBuffer.wrap(bytes).putLong(PROJECT_AT, project.value());
    }

    static CapturedBatch decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != VERSION) {
            throw new IllegalStateException("The journal was written by a newer Tessera: batch version " + version
                    + " is not known. Start the version that wrote it.");
        }
        ProjectId project = new ProjectId(in.getLong());
        int count = in.getInt();
        List<CapturedEvent> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            UUID uuid = new UUID(in.getLong(), in.getLong());
            Instant timestamp = Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS);
            events.add(new CapturedEvent(uuid, text(in), text(in), timestamp, text(in), text(in), text(in)));
        }
        return new CapturedBatch(project, events);
    }

    private static String text(ByteBuffer in) {
        byte[] utf8 = new byte[in.getInt()];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
