package dev.tessera.app.http;

import dev.tessera.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** The body of an answer. */
public sealed interface Body {
    /** All of it at once, for a body that is small. */
    byte[] bytes();

    /** What was bytes before. */
    @SuppressWarnings("ArrayRecordComponent") // Written once; nobody compares bodies.
    record Bytes(byte[] bytes) implements Body {
        static Bytes of(String text) {
            return new Bytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** JSON, of which a large one is written as it is sent, and is never there as bytes. */
    record Tree(JsonNode json) implements Body {
        @Override
        public byte[] bytes() {
            return Json.writeBytes(json);
        }
    }
}
