/** Tests of answers to queries. */
@NullMarked
package dev.tessera.app.query;

import org.jspecify.annotations.NullMarked;
