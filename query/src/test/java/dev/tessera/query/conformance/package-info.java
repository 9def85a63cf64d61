/** The corpus of query cases, answered without a store. */
@NullMarked
package dev.tessera.query.conformance;

import org.jspecify.annotations.NullMarked;
