/** The rules of ARCHITECTURE.md that the compiler does not keep. They are about the product, not about its tests and benchmarks. */
@NullMarked
package dev.tessera.server.architecture;

import org.jspecify.annotations.NullMarked;
