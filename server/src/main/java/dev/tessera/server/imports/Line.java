package dev.tessera.server.imports;

/**
 * A line of the file as it stands there, without its end.
 *
 * @param number of the line, from 1
 * @param cut whether the line is longer than {@link LineReader#MAX_LINE} and only its beginning is here
 */
@SuppressWarnings("ArrayRecordComponent") // Read once and handed on; nobody compares lines.
record Line(long number, byte[] bytes, boolean cut) {
    /** Whether nothing but white space stands in it. */
    boolean isBlank() {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
