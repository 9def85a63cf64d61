/** What the demo writes and sends. */
@NullMarked
package dev.tessera.app.demo;

import org.jspecify.annotations.NullMarked;
