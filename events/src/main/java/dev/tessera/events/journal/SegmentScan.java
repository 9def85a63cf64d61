package dev.tessera.events.journal;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a segment through when the journal is opened.
 *
 * @param segment with its true end
 * @param next where the journal goes on after it: its end, or further on after a skip
 */
record SegmentScan(Segment segment, long next) {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentScan.class);

    /**
     * Checks every record of {@code segment}; the torn tail of the {@code last} one is cut off, for nobody was told
     * that it is safe.
     *
     * @throws JournalException when records are damaged that somebody was told are safe
     */
    static SegmentScan of(JournalFiles files, Segment segment, boolean last) throws IOException {
        try (JournalFile file = last ? files.open(segment.file()) : files.openToRead(segment.file())) {
            long base = segment.base();
            long limit = base + file.size();
            FrameReader reader = new FrameReader(file, base);
            long position = base;
            Optional<Frame> frame = reader.read(position, limit);
            while (frame.isPresent() && !frame.get().isSkip()) {
                position += frame.get().size();
                frame = reader.read(position, limit);
            }
            long sound = position + frame.map(Frame::size).orElse(0);
            if (sound < limit) {
                if (!last || reader.callsSafe(sound, limit)) {
                    throw damaged(segment, sound);
                }
                LOG.warn(
                        "Cut {} bytes of unfinished writing off {}: nobody was told that they are safe",
                        limit - sound,
                        segment.file());
                file.truncate(sound - base);
            }
            if (last) {
                // A killed process may leave whole records that were never forced; from now on they count.
                file.force();
            }
            return new SegmentScan(
                    segment.endingAt(position), frame.map(Frame::time).orElse(position));
        }
    }

    private static JournalException damaged(Segment segment, long position) {
        return new JournalException("The journal is damaged: " + segment.file() + " holds no sound record at byte "
                + (position - segment.base()) + ", and records that were acknowledged come after it. Restore the file"
                + " from a backup, or move it and the segments after it away to go on without their events.");
    }
}
