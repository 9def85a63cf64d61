/** Tests of the rehearsal, with a small program in the server's place. */
@NullMarked
package dev.tessera.server.rehearsal;

import org.jspecify.annotations.NullMarked;
