package dev.tessera.query.reference;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.time.WeekStart;
import dev.tessera.query.QueryScope;
import dev.tessera.query.nodes.Queries;
import dev.tessera.query.nodes.TrendsQuery;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A trends query, the project that it is asked in, and the events that there are. */
public record TrendsCase(JsonNode json, QueryScope scope, List<PlainEvent> events) {
    /** The query. */
    public TrendsQuery query() {
        return switch (Queries.parse(json)) {
            case TrendsQuery it -> it;
        };
    }

    /** Everything needed to repeat the case by hand. */
    @Override
    public String toString() {
        String weeks = scope.weekStart() == WeekStart.MONDAY ? "monday" : "sunday";
        return Json.write(json) + "\nat " + scope.now() + " in " + scope.zone() + ", " + weeks + " weeks, tests "
                + scope.testAccountFilters() + "\n"
                + events.stream().map(PlainEvent::toString).collect(Collectors.joining("\n"));
    }
}
