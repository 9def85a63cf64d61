/** Persons and distinct ids in the metadata store, with statements written for speed. */
@NullMarked
package dev.tessera.metadata.persons;

import org.jspecify.annotations.NullMarked;
