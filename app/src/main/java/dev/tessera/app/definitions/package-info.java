/** Definitions: which events and properties a project has, of which type they are, and what people note about them. */
@NullMarked
package dev.tessera.app.definitions;

import org.jspecify.annotations.NullMarked;
