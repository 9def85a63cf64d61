package dev.tessera.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.app.demo.world.Deed;
import dev.tessera.app.demo.world.Episode;
import dev.tessera.app.demo.world.Story;
import dev.tessera.app.demo.world.World;
import dev.tessera.app.groups.GroupType;
import dev.tessera.app.groups.MemoryGroupStore;
import dev.tessera.app.persons.DistinctId;
import dev.tessera.app.persons.MemoryPersonStore;
import dev.tessera.app.persons.Person;
import dev.tessera.events.StoredEvent;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.tx.DuplicateException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoHistoryTest {
    private static final Instant END = Instant.parse("2026-07-15T14:20:00Z");
    private static final ProjectId PROJECT = new ProjectId(7);

    private final Episode episode = new World(19, Story.endingAt(END)).between(END.minus(Duration.ofDays(6)), END);
    private final RecordedEvents events = new RecordedEvents();
    private final MemoryPersonStore persons = new MemoryPersonStore();
    private final MemoryGroupStore groups = new MemoryGroupStore();

    @BeforeEach
    void write() throws InterruptedException {
        new DemoHistory(events, persons, groups).write(episode, PROJECT);
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
        assertThatThrownBy(() -> new DemoHistory(events, persons, groups).write(episode, PROJECT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("empty stores");
    }

    @Test
    void passesOnTheFailureOfAStore() {
        MemoryPersonStore away = new MemoryPersonStore();
        MemoryGroupStore taken = new MemoryGroupStore();
        taken.createType(new GroupType(PROJECT, 0, "team"));
        assertThatThrownBy(() -> new DemoHistory(new RecordedEvents(), away, taken).write(episode, PROJECT))
                .isInstanceOf(DuplicateException.class);
    }
}
