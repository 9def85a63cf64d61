/** Tests of signing up, in and out over HTTP. */
@NullMarked
package dev.tessera.server.signin;

import org.jspecify.annotations.NullMarked;
