/** Tests of signing in. */
@NullMarked
package dev.tessera.app.signin;

import org.jspecify.annotations.NullMarked;
