/** SQL as data: statements, their parameters, and the columns they may name. */
@NullMarked
package dev.tessera.query.dialect;

import org.jspecify.annotations.NullMarked;
