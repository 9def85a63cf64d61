/** Tests of the ingestion of events, and what they share. */
@NullMarked
package dev.tessera.app.ingestion;

import org.jspecify.annotations.NullMarked;
