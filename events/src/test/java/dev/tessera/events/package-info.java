/** The event store kit and the tests of what engines share. */
@NullMarked
package dev.tessera.events;

import org.jspecify.annotations.NullMarked;
