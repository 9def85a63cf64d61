package dev.tessera.app.ingestion;

import dev.tessera.app.persons.MemoryPersonStore;
import dev.tessera.events.EventStore;
import dev.tessera.events.SeenKeys;
import dev.tessera.events.StoredEvent;
import dev.tessera.events.duckdb.DuckDbConfig;
import dev.tessera.events.duckdb.DuckDbEventStore;
import dev.tessera.events.duckdb.DuckDbFile;
import dev.tessera.events.journal.FaultyJournalFiles;
import dev.tessera.events.journal.FileJournal;
import dev.tessera.events.journal.Journal;
import dev.tessera.events.journal.JournalRecord;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.time.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A journal, an event store, persons and the applier between them, in one directory. They can be stopped and started
 * again, and made to fail in between.
 */
public final class TestIngestion implements AutoCloseable {
    /** The project of events that name no other. */
    public static final ProjectId PROJECT = new ProjectId(1);

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Path directory;
    private final long segmentBytes;
    private final SettableClock clock = new SettableClock("2026-03-01T10:00:00Z");
    private final FaultyJournalFiles journalFiles = new FaultyJournalFiles();
    private final StoreFaults eventStoreFaults = new StoreFaults();
    private final MemoryMetadata metadata = new MemoryMetadata();
    private final AtomicInteger duplicates = new AtomicInteger();
    private Running running;

    /** Starts everything in {@code directory}, which is empty. */
    public TestIngestion(Path directory) {
        this(directory, FileJournal.SEGMENT_BYTES);
    }

    /** Starts everything in {@code directory}, with journal segments of about {@code segmentBytes}. */
    public TestIngestion(Path directory, long segmentBytes) {
        this.directory = directory;
        this.segmentBytes = segmentBytes;
        this.running = start();
    }

    private record Running(FileJournal journal, EventStore events, Applier applier, Ingestion ingestion) {}

    private Running start() {
        EventStore events =
                DuckDbEventStore.open(new DuckDbConfig(directory.resolve("events"), 64, 1, 1, 32), eventStoreFaults);
        FileJournal journal = FileJournal.open(
                journalFiles,
                directory.resolve("journal"),
                Math.max(metadata.persons().appliedPosition(), events.appliedPosition()),
                segmentBytes);
        Applier applier = new Applier(
                journal,
                events,
                metadata.step(),
                new SeenKeys(1 << 20),
                clock,
                (_, repeated) -> duplicates.addAndGet(repeated));
        applier.start();
        return new Running(journal, events, applier, new Ingestion(journal, applier, _ -> {}));
    }

    /** Stops the applier after the group under way, and closes the rest. */
    public void stop() {
        running.journal.close();
        running.applier.close();
        running.events.close();
    }

    /** Starts again after {@link #stop}. */
    public void startAgain() {
        running = start();
    }

    /** Takes a batch as capture does. */
    public void accept(CapturedEvent... events) {
        accept(PROJECT, List.of(events));
    }

    /** Takes a batch as capture does. */
    public void accept(ProjectId project, List<CapturedEvent> events) {
        AcceptedEvents accepted = new AcceptedEvents();
        events.forEach(accepted::add);
        try {
            running.ingestion.accept(project, accepted, clock.now());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until everything that was accepted is in both stores. */
    public void settle() {
        if (!settledWithin(LONG)) {
            throw new AssertionError("The stores did not catch up with the journal");
        }
    }

    /** Whether everything that was accepted is in both stores, or gets there in time. */
    public boolean settledWithin(Duration timeout) {
        try {
            return running.ingestion.awaitAcknowledged(timeout);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops, and tells what the event store holds. */
    public List<StoredEvent> stopAndReadEvents() {
        stop();
        return DuckDbFile.events(directory.resolve("events"));
    }

    /** The events that the journal holds, applied or not. */
    public List<CapturedEvent> journaled() {
        List<CapturedEvent> events = new ArrayList<>();
        try (Journal.Reader reader = running.journal.reader(running.journal.start())) {
            for (Optional<JournalRecord> next = reader.next(0); next.isPresent(); next = reader.next(0)) {
                events.addAll(BatchCodec.decode(next.get().payload()).events());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return events;
    }

    /** The events in {@code accepted}, as the applier will see them. */
    public static List<CapturedEvent> unpack(AcceptedEvents accepted) {
        return accepted.records(PROJECT).stream()
                .flatMap(it -> BatchCodec.decode(it).events().stream())
                .toList();
    }

    public Ingestion ingestion() {
        return running.ingestion;
    }

    public Applier applier() {
        return running.applier;
    }

    public Journal journal() {
        return running.journal;
    }

    public SettableClock clock() {
        return clock;
    }

    public FaultyJournalFiles journalFiles() {
        return journalFiles;
    }

    public StoreFaults eventStoreFaults() {
        return eventStoreFaults;
    }

    public MemoryPersonStore persons() {
        return metadata.persons();
    }

    /** Where persons and definitions are. */
    public MemoryMetadata metadata() {
        return metadata;
    }

    /** How many events the observer was told to be repetitions. */
    public int duplicates() {
        return duplicates.get();
    }

    @Override
    public void close() {
        eventStoreFaults.fail(StoreFaults.Fault.NONE);
        persons().fail(MemoryPersonStore.Fault.NONE);
        stop();
    }
}
