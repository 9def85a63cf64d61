/** Persons: who is behind a distinct id, and what is known of them. */
@NullMarked
package dev.tessera.app.persons;

import org.jspecify.annotations.NullMarked;
