/** The one JSON mapper and the wire forms of values. */
@NullMarked
package dev.tessera.kernel.json;

import org.jspecify.annotations.NullMarked;
