/** The kit of the insight store on each engine. */
@NullMarked
package dev.tessera.metadata.insights;

import org.jspecify.annotations.NullMarked;
