package dev.tessera.events.journal;

import java.util.ArrayList;
import java.util.List;

/** The segments of a journal at one moment, in order and never none; the last one is written to. */
record Segments(List<Segment> all) {
    Segments {
        all = List.copyOf(all);
    }

    Segment first() {
        return all.getFirst();
    }

    Segment last() {
        return all.getLast();
    }

    boolean isLast(Segment segment) {
        return last().base() == segment.base();
    }

    /** These and {@code next}, before which the journal ends at {@code end}. */
    Segments with(long end, Segment next) {
        List<Segment> more = new ArrayList<>(all);
        more.set(all.size() - 1, last().endingAt(end));
        more.add(next);
        return new Segments(more);
    }

    /** These without {@code segment}. */
    Segments without(Segment segment) {
        return new Segments(
                all.stream().filter(it -> it.base() != segment.base()).toList());
    }

    /** The segment in which {@code position} lies, or after which it lies in a gap. */
    Segment holding(long position) {
        for (Segment segment : all.reversed()) {
            if (segment.base() <= position) {
                return segment;
            }
        }
        throw new IllegalArgumentException(
                "The journal no longer has position " + position + "; it starts at " + first().base());
    }

    /** The segment after {@code segment}, which is not the last. */
    Segment after(Segment segment) {
        for (Segment later : all) {
            if (later.base() > segment.base()) {
                return later;
            }
        }
        throw new IllegalArgumentException(segment + " is the last one");
    }

    /** The segments, except the last, that hold nothing at or after {@code position}; oldest first. */
    List<Segment> before(long position) {
        return all.stream().filter(it -> !isLast(it) && it.end() <= position).toList();
    }

    /** Bytes on disk while the journal ends at {@code end}. */
    long size(long end) {
        long closed = all.stream()
                .filter(it -> !isLast(it))
                .mapToLong(it -> it.end() - it.base())
                .sum();
        return closed + end - last().base();
    }
}
