/** The server as a program: commands, the one place where everything is put together, logs. */
@NullMarked
package dev.tessera.server;

import org.jspecify.annotations.NullMarked;
