package dev.tessera.events.journal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the journal: the records from {@code base} up to {@code end}, named after {@code base}.
 *
 * @param end where its last record ends; of the segment that is written to, where it ended when it was opened
 */
record Segment(Path file, long base, long end) {
    private static final Pattern NAME = Pattern.compile("([0-9]{19})\\.journal");

    static Segment startingAt(Path directory, long base) {
        return new Segment(directory.resolve("%019d.journal".formatted(base)), base, base);
    }

    /** The segment that {@code file} is by its name, its end yet unknown; empty when it is no segment. */
    static Optional<Segment> named(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        long base = Long.parseLong(name.group(1));
        return Optional.of(new Segment(file, base, base));
    }

    Segment endingAt(long newEnd) {
        return new Segment(file, base, newEnd);
    }
}
