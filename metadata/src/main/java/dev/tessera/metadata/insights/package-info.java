/** Insights in the metadata store. */
@NullMarked
package dev.tessera.metadata.insights;

import org.jspecify.annotations.NullMarked;
