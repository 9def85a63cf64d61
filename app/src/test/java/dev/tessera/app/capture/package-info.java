/** Tests of the capture of events, and what they share. */
@NullMarked
package dev.tessera.app.capture;

import org.jspecify.annotations.NullMarked;
