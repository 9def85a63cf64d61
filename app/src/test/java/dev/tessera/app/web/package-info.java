/** Tests of serving the web application. */
@NullMarked
package dev.tessera.app.web;

import org.jspecify.annotations.NullMarked;
