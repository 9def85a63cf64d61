package dev.tessera.events.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is found when a journal is opened: its segments, and a writer at their end. */
record Opening(SegmentWriter writer, Segments segments) {
    /** Checks all segments, and makes the first one, or one at {@code minimumPosition} where they end before it. */
    static Opening of(JournalFiles files, Path directory, long minimumPosition, long segmentBytes) throws IOException {
        List<Segment> named = files.list(directory).stream()
                .map(Segment::named)
                .flatMap(Optional::stream)
                .toList();
        if (named.isEmpty()) {
            Segment first = Segment.startingAt(directory, minimumPosition);
            files.open(first.file()).close();
            files.forceDirectory(directory);
            named = List.of(first);
        }
        List<Segment> segments = new ArrayList<>();
        long next = named.getFirst().base();
        for (Segment segment : named) {
            if (segment.base() != next) {
                throw new JournalException("The journal is damaged: the segment that starts at position " + next
                        + " is missing before " + segment.file() + ". Restore it from a backup.");
            }
            SegmentScan scan = SegmentScan.of(files, segment, segment.equals(named.getLast()));
            segments.add(scan.segment());
            next = scan.next();
        }
        Segment last = segments.getLast();
        SegmentWriter writer = new SegmentWriter(files, directory, segmentBytes, last, last.end());
        Segments found = new Segments(segments);
        long wanted = Math.max(next, minimumPosition);
        if (wanted > last.end()) {
            writer.skipTo(wanted);
            found = found.with(last.end(), writer.segment());
        }
        return new Opening(writer, found);
    }
}
