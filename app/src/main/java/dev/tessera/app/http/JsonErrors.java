package dev.tessera.app.http;

import tools.jackson.core.JacksonException;

/** Says where JSON is broken. */
public final class JsonErrors {
    private JsonErrors() {}

    /** One line: what is wrong and where, without the parser's class names or parts of the input. */
    public static String sentence(JacksonException e) {
        String message = e.getOriginalMessage().lines().findFirst().orElse("not JSON");
        return e.getLocation() == null
                ? message
                : message + ": line " + e.getLocation().getLineNr() + " column "
                        + e.getLocation().getColumnNr();
    }
}
