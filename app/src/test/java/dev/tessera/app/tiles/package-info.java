/** What every store of tiles must do, and what boards are made of. */
@NullMarked
package dev.tessera.app.tiles;

import org.jspecify.annotations.NullMarked;
