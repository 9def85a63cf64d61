/** The kits of the stores of definitions on each engine. */
@NullMarked
package dev.tessera.metadata.definitions;

import org.jspecify.annotations.NullMarked;
