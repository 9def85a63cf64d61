/** Tests of the settings. */
@NullMarked
package dev.tessera.server.config;

import org.jspecify.annotations.NullMarked;
