/** From queries to plans: everything that a query leaves to the project and to the moment is settled here. */
@NullMarked
package dev.tessera.query.resolve;

import org.jspecify.annotations.NullMarked;
