/** The kit of the person store on each engine. */
@NullMarked
package dev.tessera.metadata.persons;

import org.jspecify.annotations.NullMarked;
