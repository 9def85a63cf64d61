/** Tests of the journal, and a file system that fails on demand. */
@NullMarked
package dev.tessera.events.journal;

import org.jspecify.annotations.NullMarked;
