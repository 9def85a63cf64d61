/** Signing up, in and out with a browser, and what a page has to know before anybody is signed in. */
@NullMarked
package dev.tessera.app.signin;

import org.jspecify.annotations.NullMarked;
