/** The assembled server for tests, and tests of it as a whole. */
@NullMarked
package dev.tessera.server;

import org.jspecify.annotations.NullMarked;
