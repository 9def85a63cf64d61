package dev.tessera.query.dialect.duckdb;

import dev.tessera.query.plan.LongText;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of the table {@link #TABLE}: the value of a property that its event's row has no room for, or a part of one.
 *
 * <p>A value of up to {@link #MAX_BYTES} is one row with number 0. A longer one is a row with its {@link LongText#label} and
 * number 0, and rows with its pieces, numbered from 1. Pieces overlap by {@link #OVERLAP} characters: a shorter text that
 * is in the value is in one of its pieces.
 *
 * @param name the {@link LongText#key} of the property
 * @param kind what {@code text} is
 * @param number its place among the pieces
 */
public record LargeValue(String name, Kind kind, int number, String text) {
    /** The table of large values. Its columns are the project, sequence and timestamp of the event, and those of this record. */
    public static final String TABLE = "large_values";

    /** The longest text of a row, in bytes of UTF-8: DuckDB keeps texts of more than 4 KB in blocks of their own. */
    public static final int MAX_BYTES = LongText.MAX_BYTES;

    /** How many characters (code points) two neighbouring pieces share. */
    public static final int OVERLAP = 300;

    /** What the text of a row is. */
    public enum Kind {
        /** The characters of a string. */
        STRING,
        /** JSON that is no string. */
        JSON,
        /** The label of a longer value. */
        LABEL,
        /** A piece of the property's name, where that is not its key. */
        NAME;

        /** The word in the table. */
        public String word() {
            return switch (this) {
                case STRING -> "string";
                case JSON -> "json";
                case LABEL -> "label";
                case NAME -> "name";
            };
        }
    }

    /**
     * The rows of the property {@code name}.
     *
     * @param kind {@link Kind#STRING} or {@link Kind#JSON}
     */
    public static List<LargeValue> rows(String name, Kind kind, String text) {
        String key = LongText.key(name);
        List<LargeValue> rows = new ArrayList<>();
        if (LongText.isLong(text)) {
            rows.add(new LargeValue(key, Kind.LABEL, 0, LongText.label(text)));
            addPieces(rows, key, kind, text);
        } else {
            rows.add(new LargeValue(key, kind, 0, text));
        }
        if (LongText.hasKey(name)) {
            addPieces(rows, key, Kind.NAME, name);
        }
        return rows;
    }

    private static void addPieces(List<LargeValue> rows, String name, Kind kind, String text) {
        int from = 0;
        int until = endOfPiece(text, from);
        for (int number = 1; ; number++) {
            rows.add(new LargeValue(name, kind, number, text.substring(from, until)));
            if (until == text.length()) {
                return;
            }
            from = text.offsetByCodePoints(until, -OVERLAP);
            until = endOfPiece(text, from);
        }
    }

    private static int endOfPiece(String text, int from) {
        int bytes = 0;
        int at = from;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            bytes += utf8Bytes(character);
            if (bytes > MAX_BYTES) {
                return at;
            }
            at += Character.charCount(character);
        }
        return at;
    }

    private static int utf8Bytes(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x1_0000 ? 3 : 4;
    }
}
