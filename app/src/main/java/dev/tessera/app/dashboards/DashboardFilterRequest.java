package dev.tessera.app.dashboards;

import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Schema;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The query parameters of a list of dashboards (spec/dashboards.md 4.1). */
final class DashboardFilterRequest {
    private static final int MAX_SEARCH = 200;
    private static final int MAX_TAGS = 100;

    private DashboardFilterRequest() {}

    /** Adds the parameters to {@code operation}. */
    static Operation document(Operation operation) {
        return operation
                .parameter("search", Schema.string(), "Part of the name, the description or a tag.")
                .parameter("tags", Schema.list(Schema.string()), "Repeatable; with one of them.")
                .parameter(
                        "creation_mode",
                        Schema.oneOf("default", "template", "duplicate", "unlisted"),
                        "All but unlisted when absent.")
                .parameter("exclude_generated", Schema.bool(), "Leave out those named as generated.");
    }

    static DashboardFilter of(Request request) {
        if (request.query("folder").isPresent()) {
            throw new ProblemException(new Problem.Invalid(
                    "not_supported", "Folders are not supported yet. Leave out \"folder\".", "folder"));
        }
        List<String> tags = request.queryAll("tags");
        if (tags.stream().anyMatch(it -> it.indexOf('\0') >= 0)) {
            throw new ProblemException(
                    new Problem.Invalid("null_characters_not_allowed", "Null characters are not allowed.", "tags"));
        }
        if (tags.size() > MAX_TAGS) {
            throw ProblemException.invalid("A list can be filtered by " + MAX_TAGS + " tags at most.", "tags");
        }
        return new DashboardFilter(
                search(request),
                tags,
                mode(request).flatMap(CreationMode::named),
                request.query("exclude_generated").equals(Optional.of("true")));
    }

    /** Whether a request wants dashboards of a mode that there is not. */
    static boolean wantsUnknownMode(Request request) {
        return mode(request).filter(it -> CreationMode.named(it).isEmpty()).isPresent();
    }

    private static Optional<String> mode(Request request) {
        return request.query("creation_mode").filter(it -> !it.isEmpty());
    }

    private static String search(Request request) {
        String text = request.query("search").orElse("");
        if (text.length() > MAX_SEARCH) {
            throw ProblemException.invalid("Search query must be " + MAX_SEARCH + " characters or fewer.", "search");
        }
        return text.replace("\0", "").strip().toLowerCase(Locale.ROOT);
    }
}
