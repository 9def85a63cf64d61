/** Databases for tests, and the tests of connections, transactions and schemas. */
@NullMarked
package dev.tessera.metadata;

import org.jspecify.annotations.NullMarked;
