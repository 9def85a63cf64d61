/** Clock, zones, date ranges and buckets. */
@NullMarked
package dev.tessera.kernel.time;

import org.jspecify.annotations.NullMarked;
