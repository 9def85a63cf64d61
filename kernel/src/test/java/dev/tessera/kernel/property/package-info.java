/** Property tests: many random inputs, and a small one when a property fails. */
@NullMarked
package dev.tessera.kernel.property;

import org.jspecify.annotations.NullMarked;
