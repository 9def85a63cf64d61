package dev.tessera.events.journal;

import java.util.concurrent.CompletableFuture;

/**
 * A record on its way to disk, and the promise to tell its position.
 *
 * @param time receipt time in microseconds since 1970
 */
@SuppressWarnings("ArrayRecordComponent") // Opaque bytes handed on once; nobody compares records.
record PendingRecord(long time, byte[] payload, CompletableFuture<Long> position) {
    PendingRecord(long time, byte[] payload) {
        this(time, payload, new CompletableFuture<>());
    }

    int size() {
        return Frame.HEADER + payload.length;
    }
}
