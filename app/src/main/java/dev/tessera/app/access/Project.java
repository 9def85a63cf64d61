package dev.tessera.app.access;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.time.WeekStart;
import dev.tessera.query.QueryScope;
import dev.tessera.query.nodes.PropertyFilters;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Where events go and questions are asked.
 *
 * @param token with which SDKs send events, {@code phc_…}; not a secret
 * @param weekStartDay 0 for Sunday, 1 for Monday; empty for the default, Sunday
 * @param testAccountFilters the text of a JSON list of property filters
 * @param ingestedEvent whether an event has ever come
 */
public record Project(
        ProjectId id,
        UUID uuid,
        OrganizationId organization,
        String token,
        String name,
        ZoneId timezone,
        OptionalInt weekStartDay,
        String testAccountFilters,
        boolean ingestedEvent,
        Instant createdAt,
        Instant updatedAt) {

    /** Where and when a query of this project is asked. */
    public QueryScope scope(Instant now) {
        return new QueryScope(
                id,
                timezone,
                WeekStart.ofNumber(weekStartDay.orElse(0)),
                now,
                PropertyFilters.testAccounts(Json.parse(testAccountFilters)));
    }
}
