/** What every store of insights must do, and tests of insights. */
@NullMarked
package dev.tessera.app.insights;

import org.jspecify.annotations.NullMarked;
