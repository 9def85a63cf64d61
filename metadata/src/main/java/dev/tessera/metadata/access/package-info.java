/** Organizations, users, projects and keys in the metadata store. */
@NullMarked
package dev.tessera.metadata.access;

import org.jspecify.annotations.NullMarked;
