package dev.tessera.app.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.definitions.DefinitionLimits;
import dev.tessera.app.definitions.DefinitionTracker;
import dev.tessera.app.definitions.MemoryDefinitionStore;
import dev.tessera.app.persons.DistinctId;
import dev.tessera.app.persons.FoundPersons;
import dev.tessera.app.persons.NewPerson;
import dev.tessera.app.persons.Person;
import dev.tessera.app.persons.PersonChanges;
import dev.tessera.app.persons.PersonStore;
import dev.tessera.kernel.id.EventSequence;
import dev.tessera.kernel.id.PersonId;
import dev.tessera.kernel.tx.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one group has in memory of persons, however many it meets and however large they are. */
class MetadataStepMemoryTest {
    private static final long SLICE = Identity.SLICE_BYTES;
    private static final int PERSONS = 1_000;
    private static final String LARGE = "{\"a\":\"" + "x".repeat(49_000) + "\"}";

    private final CountingStore store = new CountingStore();
    private final MetadataStep step = new MetadataStep(
            store, store, new DefinitionTracker(new MemoryDefinitionStore(), DefinitionLimits.defaults()), SLICE);

    @Test
    void holdsNoMoreThanASliceOfTheLargestPersons() {
        fill(LARGE);
        Map<DistinctId, PersonId> people = step.apply(events("{\"n\":1}"), 0, 90);
        assertThat(people).hasSize(PERSONS);
        assertThat(store.persons.values())
                .allSatisfy(it -> assertThat(it.properties()).endsWith(",\"n\":1}"));
        assertThat(store.most).isBetween(SLICE, 2 * SLICE + 4L * LARGE.length());
        assertThat(store.transactions).isEqualTo(1);
        assertThat(store.position).isEqualTo(90);
    }

    @Test
    void holdsNoMoreWhenPersonsAreCreated() {
        step.apply(events("{\"b\":\"" + "y".repeat(40_000) + "\"}"), 0, 90);
        assertThat(store.persons).hasSize(PERSONS);
        assertThat(store.most).isBetween(SLICE, 2 * SLICE);
        assertThat(store.transactions).isEqualTo(1);
    }

    /** They are in the cache after the first group, as many as there is place for. */
    @Test
    void holdsNoMoreOfPersonsThatItKnows() {
        fill(LARGE);
        step.apply(events("{\"n\":1}"), 0, 90);
        store.most = 0;
        step.apply(events("{\"n\":2}"), 90, 180);
        assertThat(store.persons.values())
                .allSatisfy(it -> assertThat(it.properties()).endsWith(",\"n\":2}"));
        assertThat(store.most).isBetween(SLICE, 2 * SLICE + 4L * LARGE.length());
    }

    @Test
    void needsOneSliceAndOneQuestionForUsualPersons() {
        fill("{\"plan\":\"pro\"}");
        step.apply(events("{\"n\":1}"), 0, 90);
        assertThat(store.questions).isEqualTo(1);
        assertThat(store.parts).isEqualTo(1);
    }

    private void fill(String properties) {
        for (int i = 0; i < PERSONS; i++) {
            DistinctId id = SampleCaptures.id("u" + i);
            store.persons.put(
                    id,
                    new Person(
                            new PersonId(i + 1), id.project(), id.personUuid(), Instant.EPOCH, properties, false, 0));
        }
    }

    private static List<PendingEvent> events(String set) {
        return IntStream.range(0, PERSONS)
                .mapToObj(i -> new PendingEvent(
                        TestIngestion.PROJECT,
                        new EventSequence(i + 1),
                        180,
                        Instant.EPOCH,
                        SampleCaptures.event(i, "u" + i, set, "")))
                .toList();
    }

    /** A store that counts what was read and is not stored yet, and what comes to be stored. */
    private static final class CountingStore implements PersonStore, Transactions {
        private final Map<DistinctId, Person> persons = new HashMap<>();
        private long reading;
        private long most;
        private int questions;
        private int parts;
        private int transactions;
        private long position;

        @Override
        public long appliedPosition() {
            return position;
        }

        @Override
        public FoundPersons find(List<DistinctId> ids, long bytes) {
            questions++;
            Map<DistinctId, Person> found = new HashMap<>();
            List<DistinctId> unknown = new ArrayList<>();
            List<DistinctId> rest = new ArrayList<>();
            for (DistinctId id : ids) {
                Person person = persons.get(id);
                if (person == null) {
                    unknown.add(id);
                } else if (reading < bytes) {
                    found.put(id, person);
                    reading += person.properties().length();
                } else {
                    rest.add(id);
                }
            }
            return new FoundPersons(found, unknown, rest);
        }

        @Override
        public void store(PersonChanges changes) {
            parts++;
            long bytes = reading;
            reading = 0;
            for (NewPerson created : changes.created()) {
                bytes += created.person().properties().length();
                persons.put(created.distinctIds().getFirst(), created.person());
            }
            for (Person updated : changes.updated()) {
                bytes += updated.properties().length();
                persons.replaceAll((_, before) -> before.id().equals(updated.id()) ? updated : before);
            }
            most = Math.max(most, bytes);
        }

        @Override
        public void apply(PersonChanges changes, long newPosition) {
            assertThat(changes).isEqualTo(PersonChanges.NONE);
            position = newPosition;
        }

        @Override
        public <T> T write(Supplier<T> work) {
            transactions++;
            return work.get();
        }

        @Override
        public <T> T read(Supplier<T> work) {
            return work.get();
        }
    }
}
