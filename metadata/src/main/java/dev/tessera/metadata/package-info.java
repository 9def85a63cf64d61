/** The metadata store: connections, transactions and migrations for SQLite and PostgreSQL. */
@NullMarked
package dev.tessera.metadata;

import org.jspecify.annotations.NullMarked;
