/** What browsers' SDKs load beside sending events: the SDK itself, its settings, and flags, of which there are none. */
@NullMarked
package dev.tessera.app.snippet;

import org.jspecify.annotations.NullMarked;
