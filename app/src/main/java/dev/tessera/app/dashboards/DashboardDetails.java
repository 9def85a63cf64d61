package dev.tessera.app.dashboards;

import dev.tessera.app.tiles.RestrictionLevel;
import dev.tessera.kernel.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What people write into a dashboard. Treat the JSON in it as unchangeable.
 *
 * @param tags lower-cased, in order
 * @param filters that apply to all tiles (spec/dashboards.md 5.1)
 * @param variables values for the variables of SQL
 * @param breakdownColors colours by breakdown value
 * @param lastRefreshAt whatever a client says; nothing maintains it
 */
public record DashboardDetails(
        Optional<String> name,
        String description,
        boolean pinned,
        List<String> tags,
        RestrictionLevel restriction,
        JsonNode filters,
        JsonNode variables,
        JsonNode breakdownColors,
        Optional<Instant> lastAccessedAt,
        Optional<Instant> lastRefreshAt) {
    public DashboardDetails {
        tags = List.copyOf(tags);
    }

    DashboardDetails accessed(Instant at) {
        return new DashboardDetails(
                name,
                description,
                pinned,
                tags,
                restriction,
                filters,
                variables,
                breakdownColors,
                Optional.of(at),
                lastRefreshAt);
    }

    /** What a copy of a dashboard has of it: how its tiles are filtered and coloured (spec/dashboards.md 4.2). */
    DashboardDetails ofCopy() {
        DashboardDetails none = none();
        return new DashboardDetails(
                none.name,
                none.description,
                none.pinned,
                none.tags,
                none.restriction,
                filters,
                variables,
                breakdownColors,
                none.lastAccessedAt,
                none.lastRefreshAt);
    }

    /** What a dashboard has about which nobody said anything. */
    public static DashboardDetails none() {
        return new DashboardDetails(
                Optional.empty(),
                "",
                false,
                List.of(),
                RestrictionLevel.EVERYONE,
                Json.object(),
                Json.object(),
                Json.array(),
                Optional.empty(),
                Optional.empty());
    }
}
