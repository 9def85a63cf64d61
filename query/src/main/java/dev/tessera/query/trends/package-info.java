/** Answers to trends queries. */
@NullMarked
package dev.tessera.query.trends;

import org.jspecify.annotations.NullMarked;
