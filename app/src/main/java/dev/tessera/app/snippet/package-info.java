/** What SDKs ask for beside sending events: the SDK of pages itself, its settings, and flags, of which there are none. */
@NullMarked
package dev.tessera.app.snippet;

import org.jspecify.annotations.NullMarked;
