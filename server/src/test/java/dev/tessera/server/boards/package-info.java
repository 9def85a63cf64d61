/** Tests of insights and dashboards through HTTP, against the assembled server. */
@NullMarked
package dev.tessera.server.boards;

import org.jspecify.annotations.NullMarked;
