/** Tests of what a page with the SDK's snippet does to the whole server. */
@NullMarked
package dev.tessera.server.snippet;

import org.jspecify.annotations.NullMarked;
