/** Queries as records, read from their JSON. */
@NullMarked
package dev.tessera.query.nodes;

import org.jspecify.annotations.NullMarked;
