package dev.tessera.app.insights;

import dev.tessera.app.access.ProjectCall;
import dev.tessera.app.access.UserId;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Schema;
import dev.tessera.app.tags.Tags;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.DateText;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The query parameters of a list of insights (spec/insights-and-query-api.md 5.1). */
final class InsightFilterRequest {
    private static final int MAX_SEARCH = 200;
    private static final int MAX_ITEMS = 100;

    private final ProjectCall call;
    private final Instant now;

    private InsightFilterRequest(ProjectCall call, Instant now) {
        this.call = call;
        this.now = now;
    }

    /** Adds the parameters to {@code operation}. */
    static Operation document(Operation operation) {
        String dates = " An ISO date or a relative one such as -7d.";
        return operation
                .parameter("saved", Schema.bool(), "Saved ones, or only others. On a dashboard counts as saved.")
                .parameter("favorited", Schema.bool(), "When there: favourites of the caller.")
                .parameter("user", Schema.bool(), "When there: those that the caller created.")
                .parameter("created_by", Schema.string(), "JSON list of ids of users.")
                .parameter(
                        "insight",
                        Schema.oneOf(Arrays.stream(InsightKind.values())
                                .map(InsightKind::name)
                                .toArray(String[]::new)),
                        "What sort of question they ask.")
                .parameter("search", Schema.string(), "Part of a name, the description or a tag.")
                .parameter("date_from", Schema.string(), "Last modified after this." + dates)
                .parameter("date_to", Schema.string(), "Last modified before this." + dates)
                .parameter("created_date_from", Schema.string(), "Created after this." + dates)
                .parameter("created_date_to", Schema.string(), "Created before this." + dates)
                .parameter("last_viewed_date_from", Schema.string(), "Last viewed by the caller after this." + dates)
                .parameter("last_viewed_date_to", Schema.string(), "Last viewed by the caller before this." + dates)
                .parameter("dashboards", Schema.string(), "JSON list of ids; on all of them.")
                .parameter("tags", Schema.string(), "JSON list; with one of them.")
                .parameter("short_id", Schema.string(), "Exactly this short id.")
                .parameter(
                        "order",
                        Schema.string(),
                        "order, name, created_at, last_modified_at, created_by or last_viewed_at; - before it turns"
                                + " it round.");
    }

    static InsightFilter of(ProjectCall call, Instant now) {
        return new InsightFilterRequest(call, now).filter();
    }

    private InsightFilter filter() {
        for (String name : List.of("events", "feature_flag")) {
            query(name).ifPresent(_ -> {
                throw invalid("not_supported", "Lists cannot be filtered by \"" + name + "\" yet. Leave it out.", name);
            });
        }
        return new InsightFilter(
                query("saved").map(InsightFilterRequest::saved),
                call.request().query("favorited").isPresent(),
                creators(),
                query("insight").map(InsightFilterRequest::kind),
                search(),
                span("date_from", "date_to"),
                span("created_date_from", "created_date_to"),
                span("last_viewed_date_from", "last_viewed_date_to"),
                ids("dashboards").stream().map(DashboardId::new).toList(),
                Tags.normalized(texts("tags")),
                query("short_id"),
                query("order").map(InsightFilterRequest::order).orElse(InsightOrder.standard()));
    }

    /** A parameter that says something. */
    private Optional<String> query(String name) {
        Request request = call.request();
        Optional<String> value = request.query(name).filter(it -> !it.isBlank());
        value.filter(it -> it.indexOf('\0') >= 0).ifPresent(_ -> {
            throw invalid("null_characters_not_allowed", "Null characters are not allowed.", name);
        });
        return value;
    }

    private static boolean saved(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw ProblemException.invalid("Must be a valid boolean.", "saved");
        };
    }

    /** Both parameters together let nothing through that one of them does not. */
    private Optional<List<UserId>> creators() {
        List<UserId> named = ids("created_by").stream().map(UserId::new).toList();
        if (call.request().query("user").isEmpty()) {
            return Optional.of(named).filter(it -> !it.isEmpty());
        }
        List<UserId> caller = List.of(call.user().id());
        return Optional.of(named.isEmpty() || named.containsAll(caller) ? caller : List.of());
    }

    private static InsightKind kind(String name) {
        return Arrays.stream(InsightKind.values())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> choice(name, "insight"));
    }

    private static InsightOrder order(String text) {
        return InsightOrder.parse(text).orElseThrow(() -> choice(text, "order"));
    }

    private String search() {
        String text =
                call.request().query("search").orElse("").replace("\0", "").strip();
        if (text.length() > MAX_SEARCH) {
            throw ProblemException.invalid("Search query must be " + MAX_SEARCH + " characters or fewer.", "search");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private Span span(String from, String to) {
        return new Span(date(from), date(to));
    }

    private Optional<Instant> date(String name) {
        return query(name)
                .filter(it -> !it.equals("all"))
                .map(text -> DateText.parse(text)
                        .orElseThrow(() -> ProblemException.invalid(
                                "This is not a date. Use a form like 2020-01-31, 2020-01-31T12:00:00Z or -7d.", name))
                        .seenFrom(now.atZone(call.project().timezone()))
                        .toInstant());
    }

    private List<Long> ids(String name) {
        return items(name).stream()
                .map(it -> {
                    if (!it.isIntegralNumber() || !it.canConvertToLong() || it.longValue() <= 0) {
                        throw ProblemException.invalid("This has to be a JSON list of ids, such as [1, 2].", name);
                    }
                    return it.longValue();
                })
                .distinct()
                .toList();
    }

    private List<String> texts(String name) {
        return items(name).stream()
                .map(it -> it.stringValueOpt()
                        .orElseThrow(() -> ProblemException.invalid(
                                "This has to be a JSON list of texts, such as [\"a\", \"b\"].", name)))
                .toList();
    }

    private List<JsonNode> items(String name) {
        Optional<String> text = query(name);
        if (text.isEmpty()) {
            return List.of();
        }
        try {
            JsonNode json = Json.parse(text.get());
            List<JsonNode> items = json.isArray() ? List.copyOf(json.values()) : List.of(json);
            if (items.size() > MAX_ITEMS) {
                throw ProblemException.invalid("This list can have " + MAX_ITEMS + " items at most.", name);
            }
            return items;
        } catch (JacksonException e) {
            throw ProblemException.invalid("This has to be a JSON list.", name);
        }
    }

    private static ProblemException choice(String value, String attr) {
        return invalid("invalid_choice", "\"" + value + "\" is not a valid choice.", attr);
    }

    private static ProblemException invalid(String code, String detail, String attr) {
        return new ProblemException(new Problem.Invalid(code, detail, attr));
    }
}
