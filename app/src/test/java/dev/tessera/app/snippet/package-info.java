/** Tests of what pages load and ask. */
@NullMarked
package dev.tessera.app.snippet;

import org.jspecify.annotations.NullMarked;
