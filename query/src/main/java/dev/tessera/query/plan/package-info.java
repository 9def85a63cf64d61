/** Questions to the event store, resolved and the same for every engine. */
@NullMarked
package dev.tessera.query.plan;

import org.jspecify.annotations.NullMarked;
