package dev.tessera.app.tiles;

import dev.tessera.kernel.id.InsightId;

/** What a tile shows; exactly one thing. */
public sealed interface TileContent {
    /** The result of an insight. */
    record OfInsight(InsightId id) implements TileContent {}

    /** A text. */
    record OfText(TextId id) implements TileContent {}
}
