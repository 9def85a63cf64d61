/** Who may do what, over HTTP on the whole server. */
@NullMarked
package dev.tessera.server.access;

import org.jspecify.annotations.NullMarked;
