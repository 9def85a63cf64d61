/** The event store on an embedded DuckDB file: the default. */
@NullMarked
package dev.tessera.events.duckdb;

import org.jspecify.annotations.NullMarked;
