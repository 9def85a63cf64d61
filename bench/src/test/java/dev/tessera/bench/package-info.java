/** Tests of the load and of what is measured about it. */
@NullMarked
package dev.tessera.bench;

import org.jspecify.annotations.NullMarked;
