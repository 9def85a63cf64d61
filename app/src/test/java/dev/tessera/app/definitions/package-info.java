/** What definitions do, and the kits of their stores. */
@NullMarked
package dev.tessera.app.definitions;

import org.jspecify.annotations.NullMarked;
