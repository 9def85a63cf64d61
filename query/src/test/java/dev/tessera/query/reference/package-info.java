/** Slow and obviously correct answers to queries, to compare engines and plans with. */
@NullMarked
package dev.tessera.query.reference;

import org.jspecify.annotations.NullMarked;
