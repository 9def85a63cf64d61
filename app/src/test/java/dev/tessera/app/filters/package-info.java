/** Tests of filters. */
@NullMarked
package dev.tessera.app.filters;

import org.jspecify.annotations.NullMarked;
