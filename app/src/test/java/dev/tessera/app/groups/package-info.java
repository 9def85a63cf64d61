/** The kit of the store of groups. */
@NullMarked
package dev.tessera.app.groups;

import org.jspecify.annotations.NullMarked;
