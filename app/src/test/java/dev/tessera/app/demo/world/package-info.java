/** The invented product looks like a real one. */
@NullMarked
package dev.tessera.app.demo.world;

import org.jspecify.annotations.NullMarked;
