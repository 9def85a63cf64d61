package dev.tessera.app.demo;

import dev.tessera.app.demo.world.Account;
import dev.tessera.app.demo.world.Deed;
import dev.tessera.app.demo.world.Episode;
import dev.tessera.app.demo.world.Individual;
import dev.tessera.app.groups.Group;
import dev.tessera.app.groups.GroupStore;
import dev.tessera.app.groups.GroupType;
import dev.tessera.app.ingestion.EventWitness;
import dev.tessera.app.persons.DistinctId;
import dev.tessera.app.persons.NewPerson;
import dev.tessera.app.persons.Person;
import dev.tessera.app.persons.PersonChanges;
import dev.tessera.app.persons.PersonStore;
import dev.tessera.events.EventStore;
import dev.tessera.events.StoredEvent;
import dev.tessera.kernel.id.EventSequence;
import dev.tessera.kernel.id.PersonId;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.tx.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;

/**
 * Writes what happened before the demo began straight into the stores, which must be empty.
 *
 * <p>The n-th event has the sequence n, and both stores are then complete up to the position behind the last: a journal
 * that is opened afterwards goes on there. Nothing of this is one transaction; whoever is interrupted starts over with
 * empty stores.
 */
public final class DemoHistory {
    private static final int EVENTS_AT_ONCE = 5_000;
    private static final int PERSONS_AT_ONCE = 10_000;
    private static final int STORES = 2;
    private static final int FASTEST_MILLIS = 150;
    private static final int TYPE_INDEX = 0;

    private final EventStore events;
    private final PersonStore persons;
    private final GroupStore groups;
    private final Transactions transactions;
    private final EventWitness witness;

    /**
     * Writes to these stores.
     *
     * @param transactions those of the metadata store
     * @param witness keeps something about events there
     */
    public DemoHistory(
            EventStore events,
            PersonStore persons,
            GroupStore groups,
            Transactions transactions,
            EventWitness witness) {
        this.events = events;
        this.persons = persons;
        this.groups = groups;
        this.transactions = transactions;
        this.witness = witness;
    }

    /** Writes all of {@code history}: groups and persons beside events, and what the witness makes of them. */
    public void write(Episode history, ProjectId project) throws InterruptedException {
        if (events.appliedPosition() > 0 || persons.appliedPosition() > 0) {
            throw new IllegalStateException("The demo's history is only written into empty stores");
        }
        Sightings sightings = new Sightings(witness, project);
        ThreadFactory threads = Thread.ofPlatform().name("demo-", 0).factory();
        try (ExecutorService writers = Executors.newFixedThreadPool(STORES, threads)) {
            Future<?> people = writers.submit(() -> {
                writeGroups(history.accounts(), project);
                writePersons(history, project);
            });
            writeEvents(history, project, sightings, writers);
            await(people);
        }
        sightings.store(transactions);
        events.maintain();
    }

    private void writeGroups(List<Account> accounts, ProjectId project) {
        groups.createType(new GroupType(project, TYPE_INDEX, "company"));
        groups.save(accounts.stream()
                .map(it -> new Group(project, TYPE_INDEX, it.key(), it.properties(), it.createdAt(), 0))
                .toList());
    }

    private void writePersons(Episode history, ProjectId project) {
        List<NewPerson> created = new ArrayList<>();
        for (Individual individual : (Iterable<Individual>) history.people()::iterator) {
            created.add(person(individual, project));
            if (created.size() == PERSONS_AT_ONCE) {
                persons.apply(new PersonChanges(created, List.of()), 0);
                created.clear();
            }
        }
        persons.apply(new PersonChanges(created, List.of()), history.size() + 1L);
    }

    private static NewPerson person(Individual individual, ProjectId project) {
        List<DistinctId> ids = individual.distinctIds().stream()
                .map(it -> new DistinctId(project, it))
                .toList();
        return new NewPerson(
                new Person(
                        PersonId.createdBy(sequence(individual.firstDeed())),
                        project,
                        ids.getFirst().personUuid(),
                        individual.firstSeenAt(),
                        individual.properties(),
                        individual.identified(),
                        0),
                ids);
    }

    /** While one batch is written the next is made. */
    private void writeEvents(Episode history, ProjectId project, Sightings sightings, ExecutorService writers)
            throws InterruptedException {
        PersonId[] people = new PersonId[Math.toIntExact(history.people().count())];
        Future<?> writing = writers.submit(() -> {});
        for (int from = 0; from < history.size(); from += EVENTS_AT_ONCE) {
            int until = Math.min(from + EVENTS_AT_ONCE, history.size());
            List<Deed> deeds =
                    IntStream.range(from, until).mapToObj(history::deed).toList();
            List<StoredEvent> batch = new ArrayList<>(until - from);
            for (int i = from; i < until; i++) {
                Deed deed = deeds.get(i - from);
                PersonId known = people[deed.person()];
                PersonId person = known == null ? PersonId.createdBy(sequence(i)) : known;
                people[deed.person()] = person;
                batch.add(stored(deed, project, sequence(i), person));
            }
            sightings.add(deeds);
            await(writing);
            writing = writers.submit(() -> events.append(batch, until + 1L));
        }
        await(writing);
    }

    private static StoredEvent stored(Deed deed, ProjectId project, EventSequence sequence, PersonId person) {
        Instant receivedAt =
                deed.timestamp().plusMillis(FASTEST_MILLIS + (deed.uuid().getLeastSignificantBits() & 1023));
        return new StoredEvent(
                project,
                deed.uuid(),
                sequence,
                deed.event(),
                deed.distinctId(),
                person,
                deed.timestamp(),
                receivedAt,
                deed.properties());
    }

    private static EventSequence sequence(int position) {
        return new EventSequence(position + 1L);
    }

    private static void await(Future<?> work) throws InterruptedException {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
