/** The kits of access on both engines. */
@NullMarked
package dev.tessera.metadata.access;

import org.jspecify.annotations.NullMarked;
