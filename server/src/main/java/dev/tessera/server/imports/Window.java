package dev.tessera.server.imports;

import java.util.List;

/**
 * A stretch of consecutive lines, small enough to be in memory.
 *
 * @param batches for each lane what it has to send, in order; a sender's events are all in one lane
 * @param rejections the lines that need not be sent to be known as bad
 * @param lines how many lines it has, blank ones included
 * @param end the position in the file behind it, in bytes of the file as it is on disk
 */
record Window(List<List<Batch>> batches, List<Rejection> rejections, long lines, long end) {
    Window {
        batches = List.copyOf(batches);
        rejections = List.copyOf(rejections);
    }

    long events() {
        return batches.stream()
                .flatMap(List::stream)
                .mapToLong(batch -> batch.events().size())
                .sum();
    }
}
