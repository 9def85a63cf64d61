package dev.tessera.query.nodes;

import dev.tessera.kernel.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/** Texts that come from a query and go to an engine. */
final class Texts {
    /** More than any event name, property or value that capture stores and a query can sensibly name. */
    private static final int MAX_LENGTH = 10_000;

    private static final int MAX_SHOWN = 100;

    private Texts() {}

    /** The text in {@code node}, if an engine can take it. */
    static String of(JsonNode node, String path) {
        if (!node.isString()) {
            throw ProblemException.invalid("This has to be a text.", path);
        }
        return checked(node.stringValue(), path);
    }

    /** The text that a stored value is compared with: a string as it is, a number as it is read. */
    static String comparable(JsonNode node, String path) {
        if (node.isString()) {
            return checked(node.stringValue(), path);
        }
        if (node.isBoolean()) {
            return Boolean.toString(node.booleanValue());
        }
        if (node.isNumber()) {
            return NumberText.of(node);
        }
        throw ProblemException.invalid("A filter value has to be a text, a number, or true or false.", path);
    }

    private static String checked(String text, String path) {
        if (text.length() > MAX_LENGTH) {
            throw ProblemException.invalid("This text is longer than " + MAX_LENGTH + " characters.", path);
        }
        if (text.indexOf('\0') >= 0 || hasLoneSurrogate(text)) {
            throw ProblemException.invalid(
                    "This text has a NUL or half a Unicode character in it, which no stored text has. Remove it.",
                    path);
        }
        return text;
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(it -> it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE);
    }

    /** {@code text} in quotes for a sentence, cut when it is long. */
    static String quote(String text) {
        return "\"" + shorten(text) + "\"";
    }

    /** {@code text}, cut when it is long. */
    static String shorten(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
