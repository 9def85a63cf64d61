/** What every store of persons must do. */
@NullMarked
package dev.tessera.app.persons;

import org.jspecify.annotations.NullMarked;
