/** Where events are kept and asked about, whichever engine does it. */
@NullMarked
package dev.tessera.events;

import org.jspecify.annotations.NullMarked;
