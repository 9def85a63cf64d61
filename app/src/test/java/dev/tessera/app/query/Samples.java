package dev.tessera.app.query;

import dev.tessera.app.access.OrganizationId;
import dev.tessera.app.access.Project;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A project, and queries for it, with {@code '} for {@code "}. */
public final class Samples {
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private Samples() {}

    /** Limits that no test runs into. */
    public static QueryLimits noLimits() {
        return limits(PATIENCE, 1_000_000);
    }

    static QueryLimits limits(Duration execution, int numbersAtOnce) {
        return new QueryLimits(PATIENCE, PATIENCE, execution, PATIENCE, numbersAtOnce, 16 << 20);
    }

    public static Project project() {
        return project(1, "UTC", OptionalInt.empty(), "[]");
    }

    static Project project(long id, String zone, OptionalInt weekStart, String testAccountFilters) {
        Instant created = Instant.parse("2026-01-01T00:00:00Z");
        return new Project(
                new ProjectId(id),
                new UUID(0, id),
                new OrganizationId(new UUID(1, 1)),
                "phc_sample",
                "Sample",
                ZoneId.of(zone),
                weekStart,
                testAccountFilters,
                true,
                created,
                created);
    }

    static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }

    /** A trends query of one series with more {@code fields}, such as {@code 'interval': 'day'}. */
    public static JsonNode trends(String fields) {
        return json("{'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode', 'event': 'visit'}]"
                + (fields.isEmpty() ? "" : ", " + fields) + "}");
    }
}
