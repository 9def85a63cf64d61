package dev.tessera.app.definitions;

import dev.tessera.kernel.json.Json;

/**
 * Goes over the keys at the top of a JSON object without making a tree of it.
 *
 * <p>The text comes from the journal, so it is right. Of anything else than an object no key is seen.
 */
final class PropertyScanner {
    private static final int MAX_LONG_DIGITS = 18;

    private final String json;
    private int at;
    private int keyStart;
    private int keyEnd;
    private int valueStart;

    PropertyScanner(String json) {
        this.json = json;
        this.at = afterBlanks(0);
    }

    /** Goes to the next key; false when there is none. */
    boolean next() {
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
        at = afterBlanks(endOfValue());
        return true;
    }

    /** The key. */
    String key() {
        return string(keyStart, keyEnd);
    }

    /** {@code hash} with the characters of the key, as they are written. */
    long hashKey(long hash) {
        long result = hash;
        for (int i = keyStart; i < keyEnd; i++) {
            result = Fingerprints.with(result, json.charAt(i));
        }
        return result;
    }

    /** Whether the value is of a kind that has a type by itself. */
    boolean isTyped() {
        char first = charAt(valueStart);
        return first != 'n' && first != '[' && first != '{';
    }

    /** What the value tells of its type. */
    PropertyValue value() {
        char first = charAt(valueStart);
        return switch (first) {
            case '"' -> new PropertyValue.Text(string(valueStart + 1, endOfString(valueStart + 1)));
            case 't', 'f' -> new PropertyValue.Truth();
            case 'n', '[', '{' -> new PropertyValue.Untyped();
            default -> number(json.substring(valueStart, endOfValue()));
        };
    }

    private static PropertyValue number(String text) {
        boolean negative = text.startsWith("-");
        String digits = negative ? text.substring(1) : text;
        if (digits.isEmpty() || digits.chars().anyMatch(it -> it < '0' || it > '9')) {
            return new PropertyValue.Fraction();
        }
        if (digits.length() > MAX_LONG_DIGITS) {
            return new PropertyValue.Whole(negative ? Long.MIN_VALUE : Long.MAX_VALUE);
        }
        return new PropertyValue.Whole(Long.parseLong(text));
    }

    private String string(int from, int until) {
        String text = json.substring(from, until);
        return text.indexOf('\\') < 0 ? text : Json.parse('"' + text + '"').asString();
    }

    /** The place behind the value. */
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
