package dev.tessera.query.conformance;

import dev.tessera.kernel.id.PersonId;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.time.WeekStart;
import dev.tessera.query.QueryScope;
import dev.tessera.query.nodes.PropertyFilters;
import dev.tessera.query.reference.PlainEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** A case of the corpus: what there is, what is asked, and what has to come out. */
record CorpusCase(JsonNode json) {
    private static final ProjectId PROJECT = new ProjectId(1);

    static List<CorpusCase> all(String resource) {
        try (InputStream in = Objects.requireNonNull(CorpusCase.class.getResourceAsStream(resource), resource)) {
            return Json.parse(in.readAllBytes()).values().stream()
                    .map(CorpusCase::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return json.get("name").stringValue();
    }

    JsonNode query() {
        return json.get("query");
    }

    JsonNode expectations() {
        return json.get("expect");
    }

    QueryScope scope() {
        JsonNode filters = json.has("test_account_filters") ? json.get("test_account_filters") : Json.array();
        return new QueryScope(
                PROJECT,
                ZoneId.of(json.path("timezone").stringValue("UTC")),
                WeekStart.ofNumber(json.path("week_start_day").intValue(0)),
                Instant.parse(json.get("now").stringValue()),
                PropertyFilters.testAccounts(filters));
    }

    List<PlainEvent> events() {
        Map<String, PersonId> persons = new HashMap<>();
        for (JsonNode person : json.path("persons").values()) {
            PersonId id = new PersonId(persons.size() + 1L);
            person.get("distinct_ids").values().forEach(it -> persons.put(it.stringValue(), id));
        }
        List<PlainEvent> events = new ArrayList<>();
        for (JsonNode event : json.path("events").values()) {
            String distinctId = event.get("distinct_id").stringValue();
            PersonId person = persons.computeIfAbsent(distinctId, it -> new PersonId(1_000L + persons.size()));
            events.add(new PlainEvent(
                    PROJECT,
                    event.get("event").stringValue(),
                    person,
                    Instant.parse(event.get("timestamp").stringValue()),
                    Json.write(event.has("properties") ? event.get("properties") : Json.object())));
        }
        return events;
    }
}
