package dev.tessera.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.app.demo.world.Deed;
import dev.tessera.app.demo.world.Episode;
import dev.tessera.app.demo.world.Story;
import dev.tessera.app.demo.world.World;
import dev.tessera.app.groups.GroupStore;
import dev.tessera.app.groups.GroupType;
import dev.tessera.app.groups.MemoryGroupStore;
import dev.tessera.app.ingestion.EventWitness;
import dev.tessera.app.ingestion.ObservedEvent;
import dev.tessera.app.persons.DistinctId;
import dev.tessera.app.persons.MemoryPersonStore;
import dev.tessera.app.persons.Person;
import dev.tessera.app.persons.PersonStore;
import dev.tessera.events.EventStore;
import dev.tessera.events.StoredEvent;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.tx.DuplicateException;
import dev.tessera.kernel.tx.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoHistoryTest {
    private static final Instant END = Instant.parse("2026-07-15T14:20:00Z");
    private static final ProjectId PROJECT = new ProjectId(7);

    private final Episode episode = new World(19, Story.endingAt(END)).between(END.minus(Duration.ofDays(6)), END);
    private final RecordedEvents events = new RecordedEvents();
    private final MemoryPersonStore persons = new MemoryPersonStore();
    private final MemoryGroupStore groups = new MemoryGroupStore();
    private final List<ObservedEvent> witnessed = new ArrayList<>();
    private final List<Integer> toldToStore = new ArrayList<>();

    @BeforeEach
    void write() throws InterruptedException {
        history(persons, groups).write(episode, PROJECT);
    }

    @Test
    void storesEveryEventInOrderUnderTheNextSequence() {
        List<StoredEvent> stored = events.all();
        assertThat(stored).hasSize(episode.size()).hasSizeGreaterThan(10_000);
        for (int i = 0; i < stored.size(); i++) {
            Deed deed = episode.deed(i);
            StoredEvent event = stored.get(i);
            assertThat(event.sequence().value()).isEqualTo(i + 1);
            assertThat(event.uuid()).isEqualTo(deed.uuid());
            assertThat(event.properties()).isEqualTo(deed.properties());
            assertThat(event.receivedAt())
                    .isBetween(event.timestamp(), event.timestamp().plusSeconds(2));
        }
    }

    @Test
    void storesThePersonOfEveryEventUnderAllTheirIds() {
        Map<DistinctId, Person> people = persons.all();
        Map<Long, Long> firsts = new HashMap<>();
        for (StoredEvent event : events.all()) {
            Person person = people.get(new DistinctId(PROJECT, event.distinctId()));
            assertThat(person).as(event.distinctId()).isNotNull();
            assertThat(event.person()).isEqualTo(person.id());
            firsts.putIfAbsent(person.id().value(), event.sequence().value());
        }
        assertThat(firsts).allSatisfy((person, first) -> assertThat(person).isEqualTo(first));
        assertThat(people.values().stream().distinct()).hasSameSizeAs(firsts.keySet());
    }

    @Test
    void storesTheCompaniesAsGroupsOfTheFirstType() {
        assertThat(groups.types(PROJECT)).containsExactly(new GroupType(PROJECT, 0, "company"));
        assertThat(groups.all()).hasSameSizeAs(episode.accounts()).allSatisfy(it -> {
            assertThat(it.project()).isEqualTo(PROJECT);
            assertThat(it.properties()).contains("\"plan\":");
        });
    }

    @Test
    void leavesBothStoresCompleteUpToOnePositionBehindItsLastEvent() {
        assertThat(events.appliedPosition()).isEqualTo(episode.size() + 1L);
        assertThat(persons.appliedPosition()).isEqualTo(episode.size() + 1L);
    }

    @Test
    void isNotWrittenOverWhatIsThere() {
        assertThatThrownBy(() -> history(persons, groups).write(episode, PROJECT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("empty stores");
    }

    @Test
    void passesOnTheFailureOfAStore() {
        MemoryPersonStore away = new MemoryPersonStore();
        MemoryGroupStore taken = new MemoryGroupStore();
        taken.createType(new GroupType(PROJECT, 0, "team"));
        assertThatThrownBy(() -> history(away, taken).write(episode, PROJECT)).isInstanceOf(DuplicateException.class);
    }

    @Test
    void showsEveryEventToTheWitnessAndStoresWhatItMakesOfThem() {
        List<ObservedEvent> last = witnessed.subList(episode.size(), witnessed.size());
        assertThat(witnessed.subList(0, episode.size()).stream().map(ObservedEvent::properties))
                .containsExactlyElementsOf(episode.deeds().map(Deed::properties).toList());
        Map<String, Instant> firsts = new HashMap<>();
        Map<String, Instant> lasts = new HashMap<>();
        episode.deeds().forEach(it -> {
            firsts.putIfAbsent(it.event(), it.timestamp());
            lasts.put(it.event(), it.timestamp());
        });
        assertThat(witnessed.subList(0, episode.size()))
                .allSatisfy(it -> assertThat(it.at()).isEqualTo(firsts.get(it.event())));
        assertThat(last)
                .hasSameSizeAs(lasts.keySet())
                .allSatisfy(it -> assertThat(it.at()).isEqualTo(lasts.get(it.event())));
        assertThat(toldToStore.stream().mapToInt(it -> it).sum()).isEqualTo(witnessed.size());
    }

    private DemoHistory history(PersonStore people, GroupStore companies) {
        EventStore target = people.equals(persons) ? events : new RecordedEvents();
        return new DemoHistory(target, people, companies, new PlainTransactions(), new Witness());
    }

    /** Remembers what it saw, and how much of it was stored. */
    private final class Witness implements EventWitness {
        @Override
        public Optional<Runnable> see(List<ObservedEvent> seen) {
            witnessed.addAll(seen);
            return Optional.of(() -> toldToStore.add(seen.size()));
        }

        @Override
        public void forget() {}
    }

    /** Stores in memory know no transactions. */
    private static final class PlainTransactions implements Transactions {
        @Override
        public <T> T write(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T read(Supplier<T> work) {
            return work.get();
        }
    }
}
