/** Takes events from SDKs over HTTP: decoding, validation, and the answer that means "stored". */
@NullMarked
package dev.tessera.app.capture;

import org.jspecify.annotations.NullMarked;
