/** Queries from their JSON to their results, without any input or output of their own. */
@NullMarked
package dev.tessera.query;

import org.jspecify.annotations.NullMarked;
