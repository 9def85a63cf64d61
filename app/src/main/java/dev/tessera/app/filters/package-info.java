/** What the filters of a dashboard and of a tile make of a query: pure functions on JSON (spec/dashboards.md 5). */
@NullMarked
package dev.tessera.app.filters;

import org.jspecify.annotations.NullMarked;
