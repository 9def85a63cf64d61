/** The kit of the tile store on each engine. */
@NullMarked
package dev.tessera.metadata.tiles;

import org.jspecify.annotations.NullMarked;
