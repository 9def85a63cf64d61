/** From the journal into the stores: decoding, deduplication, identity, and the promise that a 200 was kept. */
@NullMarked
package dev.tessera.app.ingestion;

import org.jspecify.annotations.NullMarked;
