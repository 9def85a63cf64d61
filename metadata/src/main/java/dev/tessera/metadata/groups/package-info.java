/** Groups and their types in the metadata store. */
@NullMarked
package dev.tessera.metadata.groups;

import org.jspecify.annotations.NullMarked;
