/** The web application's files: from the class path to browsers. */
@NullMarked
package dev.tessera.app.web;

import org.jspecify.annotations.NullMarked;
