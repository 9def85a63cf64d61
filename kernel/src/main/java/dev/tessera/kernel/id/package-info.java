/** Typed identifiers and the UUIDs made from them. */
@NullMarked
package dev.tessera.kernel.id;

import org.jspecify.annotations.NullMarked;
