/** One run of the server during the build, from which the JVM learns what to keep for quicker starts. */
@NullMarked
package dev.tessera.server.rehearsal;

import org.jspecify.annotations.NullMarked;
