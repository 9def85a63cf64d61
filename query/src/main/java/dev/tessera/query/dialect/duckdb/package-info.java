/** Plans as SQL for DuckDB. */
@NullMarked
package dev.tessera.query.dialect.duckdb;

import org.jspecify.annotations.NullMarked;
