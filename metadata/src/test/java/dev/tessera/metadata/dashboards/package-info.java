/** The kit of the dashboard store on each engine. */
@NullMarked
package dev.tessera.metadata.dashboards;

import org.jspecify.annotations.NullMarked;
