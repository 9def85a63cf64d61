package dev.tessera.server.imports;

import java.nio.charset.StandardCharsets;

/**
 * A line that is not stored.
 *
 * @param reason what is wrong with it
 * @param content the line, or the beginning of one that is too long
 */
record Rejection(long lineNumber, String reason, String content) {
    private static final int SHOWN_OF_CUT = 1_000;

    static Rejection of(Line line, String reason) {
        int shown = line.cut() ? SHOWN_OF_CUT : line.bytes().length;
        return new Rejection(line.number(), reason, new String(line.bytes(), 0, shown, StandardCharsets.UTF_8));
    }
}
