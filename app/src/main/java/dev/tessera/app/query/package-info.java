/** Answers to queries: execution with a deadline, the cache, and the query route. */
@NullMarked
package dev.tessera.app.query;

import org.jspecify.annotations.NullMarked;
