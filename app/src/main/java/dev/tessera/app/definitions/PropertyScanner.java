package dev.tessera.app.definitions;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.json.JsonMembers;

/**
 * Goes over the keys at the top of a JSON object without making a tree of it.
 *
 * <p>The text comes from the journal, so it is right. Of anything else than an object no key is seen.
 */
final class PropertyScanner {
    private static final int MAX_LONG_DIGITS = 18;

    private final String json;
    private final JsonMembers members;

    PropertyScanner(String json) {
        this.json = json;
        this.members = new JsonMembers(json);
    }

    /** Goes to the next key; false when there is none. */
    boolean next() {
        return members.next();
    }

    /** The key. */
    String key() {
        return string(members.keyStart(), members.keyEnd());
    }

    /** {@code hash} with the characters of the key, as they are written. */
    long hashKey(long hash) {
        long result = hash;
        int end = members.keyEnd();
        for (int i = members.keyStart(); i < end; i++) {
            result = Fingerprints.with(result, json.charAt(i));
        }
        return result;
    }

    /** Whether the value is of a kind that has a type by itself. */
    boolean isTyped() {
        char first = firstOfValue();
        return first != 'n' && first != '[' && first != '{';
    }

    /** What the value tells of its type. */
    PropertyValue value() {
        return switch (firstOfValue()) {
            case '"' -> new PropertyValue.Text(textOfValue());
            case 't', 'f' -> new PropertyValue.Truth();
            case 'n', '[', '{' -> new PropertyValue.Untyped();
            default -> number(json.substring(members.valueStart(), members.valueEnd()));
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

    private String textOfValue() {
        int start = members.valueStart() + 1;
        return string(start, Math.max(start, members.valueEnd() - 1));
    }

    private char firstOfValue() {
        return members.valueStart() < json.length() ? json.charAt(members.valueStart()) : '\0';
    }
}
