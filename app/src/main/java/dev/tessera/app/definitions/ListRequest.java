package dev.tessera.app.definitions;

import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Schema;
import dev.tessera.app.tags.Tags;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The query parameters that lists of definitions share. */
final class ListRequest {
    private static final int MAX_SEARCH = 200;
    private static final int MAX_ITEMS = 1_000;

    private final Request request;

    ListRequest(Request request) {
        this.request = request;
    }

    /** Adds the parameters to {@code operation}. */
    static Operation document(Operation operation) {
        return operation
                .parameter("search", Schema.string(), "Words that all have to be in the name, in any case.")
                .parameter("tags", Schema.string(), "JSON list; with one of them.")
                .parameter("verified", Schema.bool(), "Verified ones, or only others.")
                .parameter("hidden", Schema.bool(), "Hidden ones, or only others.");
    }

    /** A parameter that says something. */
    Optional<String> text(String name) {
        return request.query(name).filter(it -> !it.isBlank());
    }

    /** What to search for: lower-cased words. */
    List<String> terms() {
        String search = text("search").orElse("").strip();
        if (search.length() > MAX_SEARCH) {
            throw ProblemException.invalid("Search query must be " + MAX_SEARCH + " characters or fewer.", "search");
        }
        checkText(search, "search");
        return search.isEmpty()
                ? List.of()
                : List.of(search.toLowerCase(Locale.ROOT).split("\\s+"));
    }

    List<String> tags() {
        return Tags.normalized(texts("tags"));
    }

    Optional<Boolean> flag(String name) {
        return text(name).map(it -> switch (it.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw ProblemException.invalid("Must be a valid boolean.", name);
        });
    }

    /** The texts of a JSON list; none when it is not there. */
    List<String> texts(String name) {
        return text(name)
                .map(it -> checked(
                        name,
                        json(name, it)
                                .valueStream()
                                .map(item -> string(name, item))
                                .toList()))
                .orElse(List.of());
    }

    /** The texts between commas; empty when there are none. */
    Optional<List<String>> commaSeparated(String name) {
        return text(name).map(it -> checked(name, List.of(it.split(","))));
    }

    static ProblemException choice(String value, String attr) {
        return new ProblemException(
                new Problem.Invalid("invalid_choice", "\"" + value + "\" is not a valid choice.", attr));
    }

    private static JsonNode json(String name, String text) {
        try {
            JsonNode json = Json.parse(text);
            if (json.isArray()) {
                return json;
            }
        } catch (JacksonException e) {
            // Answered below.
        }
        throw notAList(name);
    }

    private static String string(String name, JsonNode item) {
        return item.stringValueOpt().orElseThrow(() -> notAList(name));
    }

    private static ProblemException notAList(String name) {
        return ProblemException.invalid("This has to be a JSON list of texts, such as [\"a\", \"b\"].", name);
    }

    private static List<String> checked(String name, List<String> texts) {
        if (texts.size() > MAX_ITEMS) {
            throw ProblemException.invalid("This list can have " + MAX_ITEMS + " items at most.", name);
        }
        texts.forEach(it -> checkText(it, name));
        return texts;
    }

    /** Refuses what no store can look for: NUL, and half of a character. */
    static void checkText(String text, String name) {
        if (text.indexOf('\0') >= 0) {
            throw new ProblemException(
                    new Problem.Invalid("null_characters_not_allowed", "Null characters are not allowed.", name));
        }
        if (text.codePoints().anyMatch(it -> Character.getType(it) == Character.SURROGATE)) {
            throw ProblemException.invalid("Not a valid string.", name);
        }
    }
}
