/** What stands on dashboards: tiles, the texts on them, and dashboards as far as their tiles need to know them. */
@NullMarked
package dev.tessera.app.tiles;

import org.jspecify.annotations.NullMarked;
