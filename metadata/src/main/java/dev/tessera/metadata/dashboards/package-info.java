/** Dashboards in the metadata store. */
@NullMarked
package dev.tessera.metadata.dashboards;

import org.jspecify.annotations.NullMarked;
