/** Clocks for tests, and the tests of time. */
@NullMarked
package dev.tessera.kernel.time;

import org.jspecify.annotations.NullMarked;
