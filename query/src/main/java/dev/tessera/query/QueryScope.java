package dev.tessera.query;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.time.WeekStart;
import dev.tessera.query.nodes.PropertyFilter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Where and when a query is asked: without a project there is no plan.
 *
 * @param zone the project's; all dates of the query are in it
 * @param testAccountFilters the project's, used by queries that ask for them
 */
public record QueryScope(
        ProjectId project, ZoneId zone, WeekStart weekStart, Instant now, List<PropertyFilter> testAccountFilters) {
    public QueryScope {
        testAccountFilters = List.copyOf(testAccountFilters);
    }

    /** Now on the wall clock of the project. */
    public ZonedDateTime zonedNow() {
        return now.atZone(zone);
    }
}
