package dev.tessera.app.query;

import java.util.IdentityHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * About how large a JSON value is. A part that stands in several places is one object, but as many texts.
 *
 * @param heapBytes as objects
 * @param textBytes as compact JSON in UTF-8
 */
record Footprint(long heapBytes, long textBytes) {
    private static final int CONTAINER = 96;
    private static final int ENTRY = 64;
    private static final int ELEMENT = 6;
    private static final int SCALAR = 24;

    static Footprint of(JsonNode node) {
        Measure measure = new Measure();
        long text = measure.text(node);
        return new Footprint(measure.heap, text);
    }

    /** A walk over a tree that remembers the objects and arrays it has seen. */
    private static final class Measure {
        private final IdentityHashMap<JsonNode, Long> texts = new IdentityHashMap<>();
        private long heap;

        long text(JsonNode node) {
            if (!node.isContainer()) {
                return scalar(node);
            }
            Long known = texts.get(node);
            if (known != null) {
                return known;
            }
            long text = node.isObject() ? object(node) : array(node);
            texts.put(node, text);
            return text;
        }

        private long object(JsonNode node) {
            heap += CONTAINER;
            long text = 2;
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                heap += ENTRY;
                text += length(field.getKey()) + 4 + text(field.getValue());
            }
            return text;
        }

        private long array(JsonNode node) {
            heap += CONTAINER;
            long text = 2;
            for (JsonNode item : node.values()) {
                heap += ELEMENT;
                text += 1 + text(item);
            }
            return text;
        }

        private long scalar(JsonNode node) {
            heap += SCALAR;
            if (node.isString()) {
                String string = node.stringValue();
                heap += 2 * SCALAR + 2L * string.length();
                return length(string) + 2;
            }
            return node.asString("null").length();
        }

        /** The bytes of {@code text} in UTF-8, with its escapes. */
        private static long length(String text) {
            long length = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c < ' ') {
                    length += 6;
                } else if (c == '"' || c == '\\') {
                    length += 2;
                } else {
                    length += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
                }
            }
            return length;
        }
    }
}
