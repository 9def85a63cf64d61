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
    private static final byte VERSION = 1;
    private static final int PROJECT_AT = 1;
    private static final int HEADER = 1 + 8 + 4;
    private static final int EVENT_HEADER = 16 + 8;

    private BatchCodec() {}

    static byte[] encode(CapturedBatch batch) {
        byte[] bytes = encode(batch.events());
        assign(bytes, batch.project());
        return bytes;
    }

    /** The events of a project that is {@linkplain #assign assigned} later. */
    static byte[] encode(List<CapturedEvent> batch) {
        List<byte[]> texts = new ArrayList<>(batch.size() * 5);
        int size = HEADER;
        for (CapturedEvent event : batch) {
            size = Math.addExact(size, EVENT_HEADER);
            for (String text :
                    List.of(event.event(), event.distinctId(), event.properties(), event.set(), event.setOnce())) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                texts.add(utf8);
                size = Math.addExact(size, 4 + utf8.length);
            }
        }
        ByteBuffer out = ByteBuffer.allocate(size).put(VERSION).putLong(0).putInt(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            CapturedEvent event = batch.get(i);
            out.putLong(event.uuid().getMostSignificantBits())
                    .putLong(event.uuid().getLeastSignificantBits())
                    .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, event.timestamp()));
            texts.subList(i * 5, i * 5 + 5)
                    .forEach(utf8 -> out.putInt(utf8.length).put(utf8));
        }
        return out.array();
    }

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
