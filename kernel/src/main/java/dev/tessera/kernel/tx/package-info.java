/** Transactions over several stores. */
@NullMarked
package dev.tessera.kernel.tx;

import org.jspecify.annotations.NullMarked;
