/** Tests of capture through HTTP, against the server as it is shipped. */
@NullMarked
package dev.tessera.server.capture;

import org.jspecify.annotations.NullMarked;
