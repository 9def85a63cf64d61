package dev.tessera.app.tiles;

/** The number of a tile. */
public record TileId(long value) {}
