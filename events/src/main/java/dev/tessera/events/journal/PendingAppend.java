package dev.tessera.events.journal;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Records on their way to disk, all or none, and the promise to tell the position of the first.
 *
 * @param time receipt time in microseconds since 1970
 */
record PendingAppend(long time, List<byte[]> payloads, CompletableFuture<Long> position) {
    PendingAppend(long time, List<byte[]> payloads) {
        this(time, List.copyOf(payloads), new CompletableFuture<>());
    }

    long size() {
        return payloads.stream()
                .mapToLong(payload -> Frame.HEADER + payload.length)
                .sum();
    }
}
