package dev.tessera.app.definitions;

import dev.tessera.app.access.Guard;
import dev.tessera.app.access.ProjectCall;
import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.Cost;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.Schema;
import dev.tessera.app.query.Acknowledged;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.query.plan.Condition;
import dev.tessera.query.plan.ValueExpression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The route that offers values of event properties (spec/persons-events-definitions-api.md 3.3). */
public final class PropertyValueRoutes {
    private static final String EVENT_NAME = "event_name";
    private static final String CUSTOM_EVENTS = "custom_event";
    private static final String OTHER_PROPERTY = "properties_";
    private static final int MAX_TEXTS = 100;
    private static final int MAX_LENGTH = 400;

    private static final Operation VALUES = Operation.of(
                    HttpMethod.GET,
                    "/api/projects/{project_id}/events/values/",
                    "Values that events of the last seven days have; properties_NAME restricts the events",
                    new Authorization.Scope("query:read"))
            .costing(Cost.VALUES)
            .parameter("key", Schema.string(), "The property, or custom_event for the names of events.")
            .parameter("value", Schema.string(), "Part of the values, in any case.")
            .parameter(EVENT_NAME, Schema.string(), "Of this event, or of one of several. A key has to name one.")
            .parameter("is_column", Schema.bool(), "With key=event: the names of all events.")
            .response(200, Schema.list(Schema.object().required("name", Schema.string())));

    private final Guard guard;
    private final PropertyValues values;
    private final Acknowledged acknowledged;

    public PropertyValueRoutes(Guard guard, PropertyValues values, Acknowledged acknowledged) {
        this.guard = guard;
        this.values = values;
        this.acknowledged = acknowledged;
    }

    public List<Route> routes() {
        return List.of(guard.inProject(VALUES, this::values));
    }

    private Response values(ProjectCall call) throws InterruptedException {
        Request request = call.request();
        String key =
                text(request, "key").orElseThrow(() -> required("key", "Name the property whose values you want."));
        List<String> events = request.queryAll(EVENT_NAME).stream()
                .filter(it -> !it.isBlank())
                .distinct()
                .toList();
        if (events.isEmpty() && call.caller().key().isPresent()) {
            throw required(EVENT_NAME, "Name the event whose values you want.");
        }
        check(events, EVENT_NAME);
        Optional<String> containing = text(request, "value");
        acknowledged.require();
        if (key.equals(CUSTOM_EVENTS)) {
            return answer(values.customEvents(call.projectId(), containing));
        }
        List<Condition> conditions = request.queryNames().stream()
                .filter(it -> it.length() > OTHER_PROPERTY.length() && it.startsWith(OTHER_PROPERTY))
                .map(it -> condition(request, it))
                .toList();
        return answer(values.of(
                call.projectId(), new PropertyValues.Wanted(expression(request, key), containing, events, conditions)));
    }

    private static ValueExpression expression(Request request, String key) {
        boolean column = new ListRequest(request).flag("is_column").orElse(false);
        if (!column) {
            return new ValueExpression.EventProperty(key);
        }
        if (!key.equals("event")) {
            throw new ProblemException(new Problem.Invalid(
                    "not_supported", "The one column whose values can be listed is \"event\".", "key"));
        }
        return new ValueExpression.EventName();
    }

    /** JSON or a text: the property is one of these. */
    private static Condition condition(Request request, String name) {
        ListRequest.checkText(name, OTHER_PROPERTY);
        String text = request.query(name).orElse("");
        List<String> texts = json(text)
                .map(it -> it.isArray() ? it.valueStream().map(PropertyValueRoutes::textOf) : either(text, it))
                .map(Stream::toList)
                .orElse(List.of(text));
        if (texts.isEmpty()) {
            throw ProblemException.invalid("This list needs a value.", name);
        }
        check(texts, name);
        return new Condition.OneOf(new ValueExpression.EventProperty(name.substring(OTHER_PROPERTY.length())), texts);
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(Json.parse(text));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Without quotes 1.10 may be meant as a text, which is another than 1.1. */
    private static Stream<String> either(String text, JsonNode value) {
        return value.isNumber() ? Stream.of(text, textOf(value)).distinct() : Stream.of(textOf(value));
    }

    private static String textOf(JsonNode value) {
        return value.stringValueOpt().orElseGet(() -> Json.write(value));
    }

    private static void check(List<String> texts, String name) {
        if (texts.size() > MAX_TEXTS) {
            throw ProblemException.invalid("This can have " + MAX_TEXTS + " values at most.", name);
        }
        texts.forEach(it -> ListRequest.checkText(it, name));
    }

    private static Optional<String> text(Request request, String name) {
        Optional<String> text = request.query(name).filter(it -> !it.isEmpty());
        if (text.filter(it -> it.length() > MAX_LENGTH).isPresent()) {
            throw ProblemException.invalid("This can have " + MAX_LENGTH + " characters at most.", name);
        }
        text.ifPresent(it -> ListRequest.checkText(it, name));
        return text;
    }

    private static ProblemException required(String attr, String detail) {
        return new ProblemException(new Problem.Invalid("required", detail, attr));
    }

    private static Response answer(List<String> names) {
        ArrayNode list = Json.array();
        names.forEach(it -> list.addObject().put("name", it));
        return Response.ok(list);
    }
}
