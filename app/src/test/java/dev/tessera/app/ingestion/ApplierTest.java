package dev.tessera.app.ingestion;

import static dev.tessera.app.ingestion.SampleCaptures.event;
import static dev.tessera.app.ingestion.SampleCaptures.id;
import static dev.tessera.app.ingestion.SampleCaptures.named;
import static dev.tessera.app.ingestion.SampleCaptures.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.persons.Person;
import dev.tessera.events.StoredEvent;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.id.Uuids;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stores hold after the applier: each event once, and the persons behind them. */
class ApplierTest {
    private static final ProjectId OTHER = new ProjectId(2);

    @TempDir
    Path directory;

    private TestIngestion ingestion;

    @BeforeEach
    void start() {
        ingestion = new TestIngestion(directory);
    }

    @AfterEach
    void stop() {
        ingestion.close();
    }

    @Test
    void storesEveryPartOfAnEventWithItsPerson() {
        ingestion.accept(event(1, "ann"), event(2, "bob"));
        List<StoredEvent> stored = settledEvents();
        assertThat(stored).hasSize(2);
        StoredEvent second = stored.getLast();
        assertThat(second.project()).isEqualTo(TestIngestion.PROJECT);
        assertThat(second.uuid()).isEqualTo(uuid(2));
        assertThat(second.event()).isEqualTo("event 2");
        assertThat(second.distinctId()).isEqualTo("bob");
        assertThat(second.timestamp()).isEqualTo(SampleCaptures.TIME.plusSeconds(2));
        assertThat(second.receivedAt()).isEqualTo(ingestion.clock().now());
        assertThat(second.properties()).isEqualTo("{\"number\":2}");
        assertThat(second.person()).isEqualTo(person("bob").id());
    }

    @Test
    void storesTheFirstOfTwoInOneBatch() {
        ingestion.accept(named("first", 1, "u", "", ""), event(2, "u"), named("second", 1, "u", "", ""));
        assertThat(settledEvents()).extracting(StoredEvent::event).containsExactly("first", "event 2");
        assertThat(ingestion.duplicates()).isEqualTo(1);
    }

    @Test
    void storesTheFirstOfTwoInDifferentBatches() {
        ingestion.accept(named("first", 1, "u", "", ""));
        ingestion.settle();
        ingestion.accept(named("second", 1, "u", "", ""), event(2, "u"));
        assertThat(settledEvents()).extracting(StoredEvent::event).containsExactly("first", "event 2");
    }

    @Test
    void storesTheFirstOfTwoWithARestartBetweenThem() {
        ingestion.accept(named("first", 1, "u", "", ""));
        ingestion.settle();
        restart();
        ingestion.accept(named("second", 1, "u", "", ""), event(2, "u"));
        assertThat(settledEvents()).extracting(StoredEvent::event).containsExactly("first", "event 2");
    }

    @Test
    void storesTheSameUuidOfTwoProjects() {
        ingestion.accept(event(1, "u"));
        ingestion.accept(OTHER, List.of(event(1, "u")));
        assertThat(settledEvents()).extracting(StoredEvent::project).containsExactly(TestIngestion.PROJECT, OTHER);
        assertThat(ingestion.persons().all()).hasSize(2);
    }

    @Test
    void letsARepetitionChangeNoPerson() {
        ingestion.accept(event(1, "u", "{\"plan\":\"free\"}", ""), event(1, "u", "{\"plan\":\"pro\"}", ""));
        ingestion.settle();
        ingestion.accept(event(1, "u", "{\"plan\":\"max\"}", ""), event(1, "nobody", "", ""));
        ingestion.settle();
        assertThat(person("u").properties()).startsWith("{\"plan\":\"free\",");
        assertThat(ingestion.persons().all()).containsOnlyKeys(id("u"));
    }

    @Test
    void storesManyBatchesInOrderInGroups() {
        for (int batch = 0; batch < 30; batch++) {
            List<CapturedEvent> events = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                events.add(event(batch * 400 + i, "u" + i % 7));
            }
            ingestion.accept(TestIngestion.PROJECT, events);
        }
        List<StoredEvent> stored = settledEvents();
        assertThat(stored).hasSize(29 * 400 + 500);
        assertThat(stored)
                .extracting(it -> Integer.parseInt(it.event().substring(6)))
                .isSorted();
        assertThat(ingestion.duplicates()).isEqualTo(29 * 100);
    }

    @Test // spec/ingestion.md 13.44
    void makesAPersonOfTheFirstEvent() {
        ingestion.accept(event(1, "u", "{\"a\":1}", "{\"b\":1,\"a\":9}"), event(2, "u"));
        List<StoredEvent> stored = settledEvents();
        Person person = person("u");
        assertThat(person.properties()).isEqualTo("{\"b\":1,\"a\":1,\"$creator_event_uuid\":\"" + uuid(1) + "\"}");
        assertThat(person.createdAt()).isEqualTo(SampleCaptures.TIME.plusSeconds(1));
        assertThat(person.identified()).isFalse();
        assertThat(person.version()).isZero();
        assertThat(person.uuid()).isEqualTo(Uuids.v5(UUID.fromString("932979b4-65c3-4424-8467-0b66ec27bc22"), "1:u"));
        assertThat(person.id().value()).isEqualTo(stored.getFirst().sequence().value());
        assertThat(stored).extracting(StoredEvent::person).containsOnly(person.id());
    }

    @Test // 13.45
    void setsOnceOnlyWhatIsAbsentAndOtherwiseWhatDiffers() {
        ingestion.accept(event(1, "u", "{\"a\":1}", ""));
        ingestion.settle();
        ingestion.accept(event(2, "u", "", "{\"a\":2,\"c\":3}"), event(3, "u", "{\"c\":4,\"d\":null}", "{\"d\":5}"));
        ingestion.settle();
        assertThat(person("u").properties())
                .isEqualTo("{\"a\":1,\"$creator_event_uuid\":\"" + uuid(1) + "\",\"c\":4,\"d\":null}");
    }

    @Test
    void replacesNestedValuesWhole() {
        ingestion.accept(event(1, "u", "{\"a\":{\"x\":1,\"y\":2}}", ""), event(2, "u", "{\"a\":{\"x\":3}}", ""));
        ingestion.settle();
        assertThat(person("u").properties()).startsWith("{\"a\":{\"x\":3},");
    }

    @Test
    void countsAVersionPerWriteThatChangesSomething() {
        ingestion.accept(event(1, "u", "{\"a\":1}", ""));
        ingestion.settle();
        ingestion.accept(event(2, "u", "{\"a\":1}", "{\"a\":7}"));
        ingestion.settle();
        assertThat(person("u").version()).isZero();
        ingestion.accept(event(3, "u", "{\"a\":2}", ""), event(4, "u", "{\"a\":3}", ""));
        ingestion.settle();
        assertThat(person("u").version()).isEqualTo(1);
    }

    @Test
    void letsExceptionsAndHeatmapsChangeNoPerson() {
        ingestion.accept(
                named("$exception", 1, "u", "{\"a\":1}", ""), named("$$heatmap", 2, "u", "{\"a\":2}", "{\"b\":2}"));
        ingestion.settle();
        assertThat(person("u").properties()).isEqualTo("{\"$creator_event_uuid\":\"" + uuid(1) + "\"}");
    }

    @Test
    void goesOnWithAPersonAfterARestart() {
        ingestion.accept(event(1, "u", "{\"a\":1}", ""));
        ingestion.settle();
        Person before = person("u");
        restart();
        ingestion.accept(event(2, "u", "{\"a\":2}", ""));
        assertThat(settledEvents()).extracting(StoredEvent::person).containsOnly(before.id());
        assertThat(person("u").version()).isEqualTo(1);
        assertThat(ingestion.persons().all()).hasSize(1);
    }

    @Test
    void takesTextsThatTroubleStores() {
        ingestion.accept(
                event(1, "\ud800", "{\"\\u0000\":\"\ud800\",\"n\":" + "9".repeat(1_000) + "}", ""),
                event(2, "💡'\\\"%", "{\"s\":\"\\ud83d\"}", "{\"e\":1E+1000}"),
                event(3, "?", "{\"s\":0.0001}", ""));
        assertThat(settledEvents()).extracting(StoredEvent::distinctId).containsExactly("?", "💡'\\\"%", "?");
        assertThat(ingestion.persons().all()).hasSize(2);
    }

    private Person person(String distinctId) {
        Person person = ingestion.persons().all().get(id(distinctId));
        assertThat(person).isNotNull();
        return person;
    }

    private void restart() {
        ingestion.stop();
        ingestion.startAgain();
    }

    private List<StoredEvent> settledEvents() {
        ingestion.settle();
        List<StoredEvent> events = ingestion.stopAndReadEvents();
        ingestion.startAgain();
        return events;
    }
}
