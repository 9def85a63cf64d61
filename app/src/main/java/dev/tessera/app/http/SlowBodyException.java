package dev.tessera.app.http;

import java.io.IOException;

/** A body that did not arrive in the time that it had. */
final class SlowBodyException extends IOException {
    private static final long serialVersionUID = 1L;

    SlowBodyException() {
        super("The body came too slowly");
    }
}
