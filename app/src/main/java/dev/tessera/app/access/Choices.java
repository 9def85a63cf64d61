package dev.tessera.app.access;

import dev.tessera.app.http.Fields;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads fields that hold one of some texts. */
final class Choices {
    private static final int LONGEST = 64;

    private Choices() {}

    /** The text; empty when it is null or absent. */
    static Optional<String> nullable(Fields fields, String name, List<String> allowed) {
        @Nullable String text = fields.nullableText(name, null, LONGEST);
        if (text != null && !allowed.contains(text)) {
            throw new ProblemException(new Problem.Invalid(
                    "invalid_choice", "\"" + text + "\" is not a valid choice.", fields.attr(name)));
        }
        return Optional.ofNullable(text);
    }
}
