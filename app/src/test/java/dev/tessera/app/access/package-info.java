/** What every store of access must do, and the tests of access without a server. */
@NullMarked
package dev.tessera.app.access;

import org.jspecify.annotations.NullMarked;
