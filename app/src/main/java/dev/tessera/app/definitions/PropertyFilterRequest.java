package dev.tessera.app.definitions;

import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Schema;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The query parameters of a list of property definitions (spec/persons-events-definitions-api.md 6). */
final class PropertyFilterRequest {
    private static final String GROUP_TYPE = "group_type_index";

    /** Numbers that nobody wants to add. */
    private static final List<String> NEVER_NUMERICAL = List.of("distinct_id", "timestamp");

    private PropertyFilterRequest() {}

    /** Adds the parameters to {@code operation}. */
    static Operation document(Operation operation) {
        return ListRequest.document(operation)
                .parameter("type", Schema.oneOf("event", "person", "group", "session"), "Whose; event when absent.")
                .parameter(GROUP_TYPE, Schema.integer(), "Of which groups; needed with type=group.")
                .parameter("properties", Schema.string(), "Exactly these names, separated by commas.")
                .parameter("excluded_properties", Schema.string(), "JSON list of names that are not wanted.")
                .parameter("is_numerical", Schema.bool(), "true: only those that can be added.")
                .parameter("is_feature_flag", Schema.bool(), "Those that start with $feature/, or only others.")
                .parameter("event_names", Schema.string(), "JSON list; what was seen on these events comes first.")
                .parameter("filter_by_event_names", Schema.bool(), "Those seen on event_names, or only others.")
                .parameter("is_event_property", Schema.bool(), "The older name of filter_by_event_names.");
    }

    static PropertyDefinitionFilter of(Request request) {
        ListRequest list = new ListRequest(request);
        boolean numerical = list.flag("is_numerical").orElse(false);
        List<String> excluded = new ArrayList<>(list.texts("excluded_properties"));
        if (numerical) {
            excluded.addAll(NEVER_NUMERICAL);
        }
        List<String> events = list.texts("event_names");
        Optional<Boolean> seen = list.flag("filter_by_event_names").or(() -> list.flag("is_event_property"));
        return new PropertyDefinitionFilter(
                owner(list),
                list.terms(),
                list.commaSeparated("properties"),
                excluded,
                numerical,
                list.flag("is_feature_flag"),
                events,
                events.isEmpty() ? Optional.empty() : seen,
                list.tags(),
                list.flag("verified"),
                list.flag("hidden"));
    }

    private static PropertyOwner owner(ListRequest list) {
        String type = list.text("type").orElse("event");
        return switch (type) {
            case "event" -> new PropertyOwner.Events();
            case "person" -> new PropertyOwner.Persons();
            case "session" -> new PropertyOwner.Sessions();
            case "group" -> new PropertyOwner.Groups(groupType(list));
            default -> throw ListRequest.choice(type, "type");
        };
    }

    private static int groupType(ListRequest list) {
        String index = list.text(GROUP_TYPE)
                .orElseThrow(() -> new ProblemException(
                        new Problem.Invalid("required", "Name the type of the groups, 0 to 4.", GROUP_TYPE)));
        if (!index.matches("[0-4]")) {
            throw ProblemException.invalid("A type of groups is a number from 0 to 4.", GROUP_TYPE);
        }
        return Integer.parseInt(index);
    }
}
