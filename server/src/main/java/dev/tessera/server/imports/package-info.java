/** The command that sends an event log from a file to a running server. */
@NullMarked
package dev.tessera.server.imports;

import org.jspecify.annotations.NullMarked;
