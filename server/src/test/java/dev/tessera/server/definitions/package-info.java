/** Definitions through HTTP. */
@NullMarked
package dev.tessera.server.definitions;

import org.jspecify.annotations.NullMarked;
