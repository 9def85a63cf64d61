/** Definitions in the metadata store. */
@NullMarked
package dev.tessera.metadata.definitions;

import org.jspecify.annotations.NullMarked;
