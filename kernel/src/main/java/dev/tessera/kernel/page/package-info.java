/** Limit and offset paging. */
@NullMarked
package dev.tessera.kernel.page;

import org.jspecify.annotations.NullMarked;
