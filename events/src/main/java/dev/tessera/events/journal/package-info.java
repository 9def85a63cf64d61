/** The journal: what capture acknowledged, on disk, until every store has it. */
@NullMarked
package dev.tessera.events.journal;

import org.jspecify.annotations.NullMarked;
