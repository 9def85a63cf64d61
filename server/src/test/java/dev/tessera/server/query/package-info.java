/** Queries asked over HTTP. */
@NullMarked
package dev.tessera.server.query;

import org.jspecify.annotations.NullMarked;
