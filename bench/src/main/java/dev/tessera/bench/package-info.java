/** Whole-process benchmarks: the packaged server, measured from outside over HTTP, beside yardsticks of the same run. */
@NullMarked
package dev.tessera.bench;

import org.jspecify.annotations.NullMarked;
