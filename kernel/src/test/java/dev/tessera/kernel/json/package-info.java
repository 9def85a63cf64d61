/** Tests of JSON as the product reads and writes it. */
@NullMarked
package dev.tessera.kernel.json;

import org.jspecify.annotations.NullMarked;
