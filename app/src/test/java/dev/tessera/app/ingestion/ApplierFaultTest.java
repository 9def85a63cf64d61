package dev.tessera.app.ingestion;

import static dev.tessera.app.ingestion.SampleCaptures.event;
import static dev.tessera.app.ingestion.SampleCaptures.id;
import static dev.tessera.app.ingestion.SampleCaptures.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.persons.DistinctId;
import dev.tessera.app.persons.MemoryPersonStore;
import dev.tessera.app.persons.Person;
import dev.tessera.events.StoredEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that fail, for a while or right at a commit, and processes that die between the two commits. */
class ApplierFaultTest {
    @TempDir
    Path directory;

    private TestIngestion ingestion;

    @BeforeEach
    void start() {
        ingestion = new TestIngestion(directory, 400);
        ingestion.accept(event(1, "ann", "{\"a\":1}", ""), event(2, "bob"));
        ingestion.settle();
    }

    @AfterEach
    void stop() {
        ingestion.close();
    }

    @Test
    void givesTheEventStoreWhatItLacksAfterDyingBetweenTheCommits() {
        ingestion.eventStoreFaults().fail(StoreFaults.Fault.REFUSED);
        ingestion.accept(event(3, "ann", "{\"a\":2}", ""), event(4, "eve", "{\"x\":1}", ""), event(4, "eve"));
        Await.until("the event store fails", ingestion.applier()::failing);
        Map<DistinctId, Person> persons = ingestion.persons().all();
        assertThat(persons).containsKey(id("eve"));
        ingestion.stop();
        ingestion.eventStoreFaults().fail(StoreFaults.Fault.NONE);
        ingestion.startAgain();
        ingestion.accept(event(5, "eve", "{\"x\":2}", ""));

        List<StoredEvent> events = settledEvents();
        assertThat(names(events)).containsExactly("event 1", "event 2", "event 3", "event 4", "event 5");
        assertThat(person("ann")).isEqualTo(persons.get(id("ann")));
        assertThat(person("eve").version()).isEqualTo(1);
        assertThat(events.get(3).person()).isEqualTo(person("eve").id());
        assertThat(events.get(4).person()).isEqualTo(person("eve").id());
    }

    @Test
    void givesPersonsWhatTheyLackWhenTheEventStoreIsAhead() {
        ingestion.accept(event(3, "ann", "{\"a\":2}", ""), event(4, "eve", "{\"x\":1}", ""), event(4, "eve"));
        ingestion.settle();
        Map<DistinctId, Person> persons = ingestion.persons().all();
        ingestion.stop();
        ingestion.persons().loseLastCommit();
        assertThat(ingestion.persons().all()).doesNotContainKey(id("eve"));
        ingestion.startAgain();

        assertThat(names(settledEvents())).containsExactly("event 1", "event 2", "event 3", "event 4");
        assertThat(ingestion.persons().all()).isEqualTo(persons);
    }

    @Test
    void storesNothingTwiceWhenACommitOfTheEventStoreIsInDoubt() {
        ingestion.eventStoreFaults().fail(StoreFaults.Fault.IN_DOUBT);
        ingestion.accept(event(3, "ann"), event(4, "eve"));
        Await.until("the event store fails", ingestion.applier()::failing);
        ingestion.eventStoreFaults().fail(StoreFaults.Fault.NONE);
        ingestion.settle();
        ingestion.accept(named("again", 3, "ann", "", ""), event(5, "ann"));
        assertThat(names(settledEvents())).containsExactly("event 1", "event 2", "event 3", "event 4", "event 5");
    }

    @Test
    void storesNothingTwiceWhenACommitOfPersonsIsInDoubt() {
        ingestion.persons().fail(MemoryPersonStore.Fault.IN_DOUBT);
        ingestion.accept(event(3, "ann", "{\"a\":2}", ""), event(4, "eve", "{\"x\":1}", ""));
        Await.until("the store of persons fails", ingestion.applier()::failing);
        ingestion.persons().fail(MemoryPersonStore.Fault.NONE);
        assertThat(names(settledEvents())).containsExactly("event 1", "event 2", "event 3", "event 4");
        assertThat(person("ann").version()).isEqualTo(1);
        assertThat(person("eve").version()).isZero();
    }

    @Test
    void recoversWithoutAHandFromAStoreThatIsAwayForAWhile() {
        ingestion.persons().fail(MemoryPersonStore.Fault.AWAY);
        ingestion.accept(event(3, "ann"));
        Await.until("the store of persons fails", ingestion.applier()::failing);
        assertThat(ingestion.ingestion().overloaded()).isFalse();
        ingestion.clock().advance(Duration.ofSeconds(2));
        assertThat(ingestion.ingestion().lag()).isEqualTo(Duration.ofSeconds(2));
        assertThat(ingestion.ingestion().overloaded()).isFalse();
        ingestion.accept(event(4, "ann"));
        ingestion.clock().advance(Duration.ofMillis(1));
        assertThat(ingestion.ingestion().overloaded()).isTrue();
        assertThat(ingestion.settledWithin(Duration.ZERO)).isFalse();
        assertThat(ingestion.ingestion().backlog()).isPositive();

        ingestion.persons().fail(MemoryPersonStore.Fault.NONE);
        ingestion.settle();
        Await.until("nothing waits", () -> ingestion.ingestion().lag().isZero());
        assertThat(ingestion.ingestion().overloaded()).isFalse();
        assertThat(ingestion.ingestion().backlog()).isZero();
        Await.until("it is healthy", () -> !ingestion.applier().failing());
        assertThat(names(settledEvents())).containsExactly("event 1", "event 2", "event 3", "event 4");
    }

    @Test
    void doesNotCountTheTimeBeforeItStartedAsLag() {
        ingestion.persons().fail(MemoryPersonStore.Fault.AWAY);
        ingestion.accept(event(3, "ann"));
        Await.until("the store of persons fails", ingestion.applier()::failing);
        ingestion.stop();
        ingestion.persons().fail(MemoryPersonStore.Fault.NONE);
        ingestion.clock().advance(Duration.ofHours(5));
        ingestion.eventStoreFaults().fail(StoreFaults.Fault.REFUSED);
        ingestion.startAgain();
        Await.until("the event store fails", ingestion.applier()::failing);
        assertThat(ingestion.ingestion().overloaded()).isFalse();
        ingestion.eventStoreFaults().fail(StoreFaults.Fault.NONE);
        assertThat(names(settledEvents())).hasSize(3);
    }

    @Test
    void releasesTheJournalOnlyWhenBothStoresHaveIt() {
        ingestion.eventStoreFaults().fail(StoreFaults.Fault.REFUSED);
        long before = ingestion.applier().appliedPosition();
        for (int number = 3; number < 30; number++) {
            ingestion.accept(event(number, "u" + number));
        }
        Await.until("the event store fails", ingestion.applier()::failing);
        Await.until("persons are stored", () -> ingestion.persons().appliedPosition() > before);
        assertThat(ingestion.journal().start()).isLessThanOrEqualTo(before);
        assertThat(ingestion.applier().appliedPosition()).isEqualTo(before);

        ingestion.eventStoreFaults().fail(StoreFaults.Fault.NONE);
        ingestion.settle();
        Await.until("segments are released", () -> ingestion.journal().start() > before);
        assertThat(names(settledEvents())).hasSize(29);
    }

    @Test
    void waitsForWhatWasAcknowledgedAndNoLonger() throws Exception {
        assertThat(ingestion.ingestion().awaitAcknowledged(Duration.ZERO)).isTrue();
        long end = ingestion.journal().end();
        assertThat(ingestion.applier().awaitApplied(end + 1, Duration.ofMillis(1)))
                .isFalse();
        ingestion.accept(event(3, "ann"));
        assertThat(ingestion.applier().awaitApplied(end + 1, Duration.ofSeconds(60)))
                .isTrue();
        assertThat(ingestion.applier().appliedPosition())
                .isEqualTo(ingestion.journal().end());
    }

    private Person person(String distinctId) {
        Person person = ingestion.persons().all().get(id(distinctId));
        assertThat(person).isNotNull();
        return person;
    }

    private static List<String> names(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::event).toList();
    }

    private List<StoredEvent> settledEvents() {
        ingestion.settle();
        List<StoredEvent> events = ingestion.stopAndReadEvents();
        ingestion.startAgain();
        return events;
    }
}
