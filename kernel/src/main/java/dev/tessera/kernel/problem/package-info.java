/** What can go wrong in a way that the caller is told about. */
@NullMarked
package dev.tessera.kernel.problem;

import org.jspecify.annotations.NullMarked;
