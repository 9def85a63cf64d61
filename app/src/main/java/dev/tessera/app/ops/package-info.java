/** What operators look at: health, readiness, metrics, the OpenAPI document. */
@NullMarked
package dev.tessera.app.ops;

import org.jspecify.annotations.NullMarked;
