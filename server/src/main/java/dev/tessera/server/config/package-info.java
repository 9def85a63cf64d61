/** Settings: their names, defaults and checks, one record per area. */
@NullMarked
package dev.tessera.server.config;

import org.jspecify.annotations.NullMarked;
