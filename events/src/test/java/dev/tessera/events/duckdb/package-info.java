/** The event store kit on DuckDB, and what is special about it. */
@NullMarked
package dev.tessera.events.duckdb;

import org.jspecify.annotations.NullMarked;
