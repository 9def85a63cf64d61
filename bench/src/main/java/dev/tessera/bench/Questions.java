package dev.tessera.bench;

import dev.tessera.kernel.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The queries that are measured. */
final class Questions {
    /** Asked only to wait until everything is applied, or to be answered often. */
    static final String CHEAP = """
            {"kind": "TrendsQuery", "dateRange": {"date_from": "2001-01-01", "date_to": "2001-01-01"},
             "series": [{"kind": "EventsNode", "event": "page viewed"}]}
            """;

    private static final int DAYS = 60;

    private Questions() {}

    /**
     * One question.
     *
     * @param sql name of the file with the same question in SQL, written by hand
     */
    record Question(String name, JsonNode query, String sql) {}

    /** Questions about the 60 days before {@code now}. */
    static List<Question> about(Instant now) {
        return List.of(
                new Question("daily count of one event, 60 days", trends(now, "total", ""), "daily-count.sql"),
                new Question("daily persons, 60 days", trends(now, "dau", ""), "daily-persons.sql"),
                new Question("daily count by browser, 60 days", trends(now, "total", """
                                , "breakdownFilter": {"breakdown": "browser", "breakdown_type": "event"}"""), "daily-breakdown.sql"));
    }

    private static JsonNode trends(Instant now, String math, String more) {
        LocalDate last = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return Json.parse("""
                {"kind": "TrendsQuery", "interval": "day", "dateRange": {"date_from": "%s", "date_to": "%s"},
                 "series": [{"kind": "EventsNode", "event": "page viewed", "math": "%s"}]%s}
                """.formatted(last.minusDays(DAYS - 1), last, math, more));
    }
}
