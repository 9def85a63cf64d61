/** Servers and clients for tests, and the tests of the HTTP edge. */
@NullMarked
package dev.tessera.app.http;

import org.jspecify.annotations.NullMarked;
