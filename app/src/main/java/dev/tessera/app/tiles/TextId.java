package dev.tessera.app.tiles;

/** The number of a text. */
public record TextId(long value) {}
