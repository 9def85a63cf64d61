/** The kit of the store of groups on each engine. */
@NullMarked
package dev.tessera.metadata.groups;

import org.jspecify.annotations.NullMarked;
