/** The official SDKs, unmodified, against the assembled server. */
@NullMarked
package dev.tessera.server.sdk;

import org.jspecify.annotations.NullMarked;
