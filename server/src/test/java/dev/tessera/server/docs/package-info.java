/** Checks that the documentation says what the code does. */
@NullMarked
package dev.tessera.server.docs;

import org.jspecify.annotations.NullMarked;
