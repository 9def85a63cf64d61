/** Tests of the import, against a small server that misbehaves on demand. */
@NullMarked
package dev.tessera.server.imports;

import org.jspecify.annotations.NullMarked;
