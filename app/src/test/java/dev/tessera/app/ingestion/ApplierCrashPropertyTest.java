package dev.tessera.app.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.definitions.DefinitionChanges.SeenTogether;
import dev.tessera.app.definitions.MemoryDefinitionStore;
import dev.tessera.app.definitions.PropertyOwner;
import dev.tessera.app.persons.DistinctId;
import dev.tessera.app.persons.MemoryPersonStore;
import dev.tessera.app.persons.Person;
import dev.tessera.events.EventKey;
import dev.tessera.events.StoredEvent;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.property.Choices;
import dev.tessera.kernel.property.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is sent, and wherever it dies: the stores end up with what a simple model says. */
class ApplierCrashPropertyTest {
    @TempDir
    Path directory;

    /** What happens around a batch. */
    private enum Mishap {
        NONE,
        RESTART,
        /** Dies after the commit of metadata and before that of the event store. */
        DIE_BETWEEN_COMMITS,
        /** Both stores commit, then metadata loses it and the process dies. */
        METADATA_LOSES_COMMIT,
        EVENTS_IN_DOUBT,
        METADATA_IN_DOUBT,
        METADATA_AWAY,
        METADATA_AWAY_HALFWAY
    }

    private record Step(Mishap mishap, ProjectId project, List<CapturedEvent> events) {
        @Override
        public String toString() {
            return "\n" + mishap + " project " + project.value() + " " + events;
        }
    }

    @Test
    void endsUpWithWhatTheModelSays() {
        Property.holds(60, choices -> choices.list(10, ApplierCrashPropertyTest::step), steps -> {
            try (TestIngestion ingestion = new TestIngestion(newDirectory())) {
                steps.forEach(step -> run(step, ingestion));
                ingestion.settle();
                List<StoredEvent> events = ingestion.stopAndReadEvents();
                ingestion.startAgain();
                compare(steps, events, ingestion.persons().all());
                compareDefinitions(steps, ingestion.metadata().definitions().state());
            }
        });
    }

    private static void run(Step step, TestIngestion ingestion) {
        switch (step.mishap) {
            case NONE -> accept(step, ingestion);
            case RESTART -> {
                accept(step, ingestion);
                ingestion.stop();
                ingestion.startAgain();
            }
            case DIE_BETWEEN_COMMITS -> {
                ingestion.eventStoreFaults().fail(StoreFaults.Fault.REFUSED);
                accept(step, ingestion);
                Await.until("the event store fails", ingestion.applier()::failing);
                ingestion.stop();
                ingestion.eventStoreFaults().fail(StoreFaults.Fault.NONE);
                ingestion.startAgain();
            }
            case METADATA_LOSES_COMMIT -> {
                accept(step, ingestion);
                ingestion.settle();
                ingestion.stop();
                ingestion.metadata().loseLastCommit();
                ingestion.startAgain();
            }
            case EVENTS_IN_DOUBT -> {
                ingestion.eventStoreFaults().fail(StoreFaults.Fault.IN_DOUBT);
                accept(step, ingestion);
                Await.until("the event store fails", ingestion.applier()::failing);
                ingestion.eventStoreFaults().fail(StoreFaults.Fault.NONE);
            }
            case METADATA_IN_DOUBT -> failPersons(MemoryPersonStore.Fault.IN_DOUBT, step, ingestion);
            case METADATA_AWAY -> failPersons(MemoryPersonStore.Fault.AWAY, step, ingestion);
            case METADATA_AWAY_HALFWAY -> failPersons(MemoryPersonStore.Fault.HALFWAY, step, ingestion);
        }
    }

    private static void failPersons(MemoryPersonStore.Fault fault, Step step, TestIngestion ingestion) {
        ingestion.persons().fail(fault);
        accept(step, ingestion);
        Await.until("the store of persons fails", ingestion.applier()::failing);
        ingestion.persons().fail(MemoryPersonStore.Fault.NONE);
    }

    private static void accept(Step step, TestIngestion ingestion) {
        ingestion.accept(step.project, step.events);
    }

    /** The first event of each key is stored, in order; each person is what those events made of it. */
    private static void compare(List<Step> steps, List<StoredEvent> stored, Map<DistinctId, Person> persons) {
        Map<EventKey, CapturedEvent> expected = new LinkedHashMap<>();
        Map<DistinctId, ObjectNode> properties = new LinkedHashMap<>();
        for (Step step : steps) {
            for (CapturedEvent event : step.events) {
                if (expected.putIfAbsent(new EventKey(step.project, event.uuid()), event) == null) {
                    fold(event, properties, new DistinctId(step.project, event.distinctId()));
                }
            }
        }
        assertThat(stored).extracting(StoredEvent::key).containsExactlyElementsOf(expected.keySet());
        assertThat(stored)
                .extracting(StoredEvent::event)
                .containsExactlyElementsOf(
                        expected.values().stream().map(CapturedEvent::event).toList());
        assertThat(persons.keySet()).isEqualTo(properties.keySet());
        persons.forEach((id, person) ->
                assertThat(Json.parse(person.properties())).as(id.value()).isEqualTo(properties.get(id)));
        requirePersonOfFirstEvent(stored, persons);
    }

    /** Every event has told of its definitions, and nothing else has. */
    private static void compareDefinitions(List<Step> steps, MemoryDefinitionStore.State definitions) {
        Set<EventKey> sent = new HashSet<>();
        Set<SeenTogether> together = new HashSet<>();
        Set<String> ofPersons = new HashSet<>();
        for (Step step : steps) {
            for (CapturedEvent event : step.events) {
                if (sent.add(new EventKey(step.project, event.uuid()))) {
                    together.add(new SeenTogether(step.project, event.event(), "number"));
                    for (String json : List.of(event.set(), event.setOnce())) {
                        (json.isEmpty() ? Json.object() : Json.parse(json))
                                .propertyNames()
                                .forEach(it -> ofPersons.add(step.project.value() + it));
                    }
                }
            }
        }
        assertThat(definitions.together()).isEqualTo(together);
        assertThat(definitions.events().keySet())
                .extracting(MemoryDefinitionStore.EventKey::name)
                .containsExactlyInAnyOrderElementsOf(
                        together.stream().map(SeenTogether::event).toList());
        assertThat(definitions.properties().keySet())
                .filteredOn(it -> it.owner() instanceof PropertyOwner.Persons)
                .extracting(it -> it.project().value() + it.name())
                .containsExactlyInAnyOrderElementsOf(ofPersons);
    }

    private static void fold(CapturedEvent event, Map<DistinctId, ObjectNode> properties, DistinctId id) {
        ObjectNode before = properties.get(id);
        ObjectNode person = before == null ? Json.object() : before;
        if (!event.setOnce().isEmpty()) {
            Json.parse(event.setOnce()).properties().stream()
                    .filter(it -> !person.has(it.getKey()))
                    .forEach(it -> person.set(it.getKey(), it.getValue()));
        }
        if (!event.set().isEmpty()) {
            person.setAll((ObjectNode) Json.parse(event.set()));
        }
        if (before == null) {
            person.put("$creator_event_uuid", event.uuid().toString());
            properties.put(id, person);
        }
    }

    private static void requirePersonOfFirstEvent(List<StoredEvent> stored, Map<DistinctId, Person> persons) {
        Map<DistinctId, Long> first = new LinkedHashMap<>();
        for (StoredEvent event : stored) {
            DistinctId id = new DistinctId(event.project(), event.distinctId());
            first.putIfAbsent(id, event.sequence().value());
            assertThat(event.person().value()).isEqualTo(first.get(id));
        }
        persons.forEach((id, person) -> assertThat(person.id().value()).isEqualTo(first.get(id)));
    }

    private static Step step(Choices choices) {
        Mishap mishap = choices.of(Mishap.values());
        List<CapturedEvent> events = new ArrayList<>();
        events.add(event(choices));
        events.addAll(choices.list(4, ApplierCrashPropertyTest::event));
        return new Step(mishap, choices.of(TestIngestion.PROJECT, new ProjectId(2)), events);
    }

    private static CapturedEvent event(Choices choices) {
        return SampleCaptures.named(
                "event " + choices.below(1_000),
                choices.below(15),
                choices.of("ann", "bob", "eve"),
                choices.of("", "{\"a\":" + choices.below(4) + "}"),
                choices.of("", "{\"a\":9,\"b\":" + choices.below(4) + "}"));
    }

    private Path newDirectory() {
        try {
            return Files.createTempDirectory(directory, "run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
