package dev.tessera.app.tiles;

import dev.tessera.kernel.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * How much there is to read, in characters.
 *
 * @param json of which trees are made
 * @param text the rest
 */
public record StoredSize(long json, long text) {
    /** A tree can take so many times its text, and as much again with filters applied to it is rare. */
    private static final int BYTES_OF_JSON = 32;

    /** Two in memory, and two in what is made of it. */
    private static final int BYTES_OF_TEXT = 4;

    /** The size of {@code json} as text. */
    public static StoredSize of(JsonNode json) {
        return new StoredSize(Json.write(json).length(), 0);
    }

    /** The memory that it takes when it is read. */
    public long bytes() {
        return BYTES_OF_JSON * json + BYTES_OF_TEXT * text;
    }
}
