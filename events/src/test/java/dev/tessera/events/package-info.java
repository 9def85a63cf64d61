/** The event store kit, which every engine passes, and what it needs. */
@NullMarked
package dev.tessera.events;

import org.jspecify.annotations.NullMarked;
