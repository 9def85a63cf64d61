package dev.tessera.kernel.json;

/**
 * Goes over the members at the top of a JSON object's text without making a tree of it: a tree takes up to thirty times
 * the memory of its text.
 *
 * <p>The text has to be right; in any other it comes to an end. Of anything else than an object no member is seen.
 */
public final class JsonMembers {
    private final String json;
    private int at;
    private int keyStart;
    private int keyEnd;
    private int valueStart;
    private int valueEnd;

    public JsonMembers(String json) {
        this.json = json;
        this.at = afterBlanks(0);
    }

    /** Goes to the next member; false when there is none. */
    public boolean next() {
        char before = charAt(at); // The brace before the first key, the comma before any other.
        if (before != '{' && before != ',') {
            return false;
        }
        int quote = afterBlanks(at + 1);
        if (charAt(quote) != '"') {
            return false;
        }
        keyStart = quote + 1;
        keyEnd = endOfString(keyStart);
        int colon = afterBlanks(keyEnd + 1);
        valueStart = afterBlanks(colon + 1);
        valueEnd = Math.min(endOfValue(), json.length());
        at = afterBlanks(valueEnd);
        return true;
    }

    /** Where the key starts, behind its quote. */
    public int keyStart() {
        return keyStart;
    }

    /** Where the key ends, before its quote. */
    public int keyEnd() {
        return keyEnd;
    }

    /** Where the value starts; that of a string with its quote. */
    public int valueStart() {
        return valueStart;
    }

    /** The place behind the value. */
    public int valueEnd() {
        return valueEnd;
    }

    private int endOfValue() {
        return switch (charAt(valueStart)) {
            case '"' -> endOfString(valueStart + 1) + 1;
            case '{', '[' -> endOfContainer();
            default -> endOfWord();
        };
    }

    private int endOfWord() {
        int end = valueStart;
        while (end < json.length() && ",}]".indexOf(json.charAt(end)) < 0 && !isBlank(json.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfContainer() {
        int depth = 0;
        int end = valueStart;
        while (end < json.length()) {
            switch (json.charAt(end)) {
                case '"' -> end = endOfString(end + 1);
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            end++;
            if (depth == 0) {
                return end;
            }
        }
        return end;
    }

    /** The place of the quote that ends the string whose characters begin at {@code from}. */
    private int endOfString(int from) {
        int quote = json.indexOf('"', from);
        while (quote >= 0 && isEscaped(quote, from)) {
            quote = json.indexOf('"', quote + 1);
        }
        return quote < 0 ? json.length() : quote;
    }

    /** Whether an odd number of backslashes stands before {@code quote}. */
    private boolean isEscaped(int quote, int from) {
        int slash = quote - 1;
        while (slash >= from && json.charAt(slash) == '\\') {
            slash--;
        }
        return (quote - slash) % 2 == 0;
    }

    /** The place of the first character from {@code from} on that is not blank. */
    private int afterBlanks(int from) {
        int place = Math.min(from, json.length());
        while (place < json.length() && isBlank(json.charAt(place))) {
            place++;
        }
        return place;
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    private char charAt(int place) {
        return place < json.length() ? json.charAt(place) : '\0';
    }
}
