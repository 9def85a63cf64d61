/** The demo: an invented product in the stores, and what goes on in it while the server runs. */
@NullMarked
package dev.tessera.app.demo;

import org.jspecify.annotations.NullMarked;
