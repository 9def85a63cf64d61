/** Tiles and texts in the metadata store. */
@NullMarked
package dev.tessera.metadata.tiles;

import org.jspecify.annotations.NullMarked;
