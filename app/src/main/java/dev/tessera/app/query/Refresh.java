package dev.tessera.app.query;

import dev.tessera.app.http.Request;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How fresh an answer has to be (spec/insights-and-query-api.md 3.2 and 3.3). */
public enum Refresh {
    /** What the cache has, whatever its age; nothing is computed. */
    FORCE_CACHE,
    /** What the cache has if it is fresh, else computed now. */
    BLOCKING,
    /** Computed now, with every event in it that was acknowledged before. */
    FORCE_BLOCKING;

    private static final String FIELD = "refresh";

    /**
     * What a request for something that holds queries asks for, in its query string or else in its body: nothing, and
     * what nobody understands, is {@link #FORCE_CACHE} (spec/dashboards.md 6).
     */
    public static Refresh ofReading(Request request) {
        return request.query(FIELD)
                .or(() -> Optional.ofNullable(request.json().get(FIELD)).map(Refresh::text))
                .flatMap(Refresh::named)
                .orElse(FORCE_CACHE);
    }

    /** What a request to the query endpoint asks for, which always has an answer: nothing is {@link #BLOCKING}. */
    static Refresh ofQuery(Optional<JsonNode> value) {
        if (value.isEmpty()) {
            return BLOCKING;
        }
        Refresh asked = named(text(value.get()))
                .orElseThrow(() -> ProblemException.invalid(
                        "There is no such way to refresh. Use blocking, force_blocking or force_cache.", FIELD));
        return asked == FORCE_CACHE ? BLOCKING : asked;
    }

    private static String text(JsonNode value) {
        return value.isBoolean() ? Boolean.toString(value.booleanValue()) : value.asString("null");
    }

    private static Optional<Refresh> named(String name) {
        return switch (name) {
            case "force_blocking", "true", "1", "yes", "" -> Optional.of(FORCE_BLOCKING);
            case "blocking" -> Optional.of(BLOCKING);
            case "force_cache", "false", "0", "no" -> Optional.of(FORCE_CACHE);
            case "async", "lazy_async", "force_async", "async_except_on_cache_miss" -> throw notSupported(name);
            default -> Optional.empty();
        };
    }

    static ProblemException notSupported(String mode) {
        return new ProblemException(new Problem.Invalid(
                "not_supported",
                "The refresh mode \"" + mode + "\" is not supported yet. Use blocking, force_blocking or force_cache.",
                FIELD));
    }
}
