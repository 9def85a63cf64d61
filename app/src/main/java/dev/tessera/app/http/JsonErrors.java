package dev.tessera.app.http;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** Says where JSON is broken. */
public final class JsonErrors {
    /** Settings of the parser, and places that it does not know: nothing that a sender can use. */
    private static final Pattern NOISE = Pattern.compile(
            ", from `[^`]*`|: enable `[^`]*` to allow| \\((?:start marker|for \\w+ starting) at \\[Source: [^\\]]*\\]\\)");

    private JsonErrors() {}

    /** One line: what is wrong and where, without the parser's class names or parts of the input. */
    public static String sentence(JacksonException e) {
        String message = NOISE.matcher(
                        e.getOriginalMessage().lines().findFirst().orElse("not JSON"))
                .replaceAll("");
        return e.getLocation() == null
                ? message
                : message + ": line " + e.getLocation().getLineNr() + " column "
                        + e.getLocation().getColumnNr();
    }
}
