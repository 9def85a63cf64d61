package dev.tessera.server;

import dev.tessera.app.groups.GroupStore;
import dev.tessera.app.persons.PersonStore;
import dev.tessera.events.EventStore;
import dev.tessera.events.duckdb.DuckDbConfig;
import dev.tessera.events.duckdb.DuckDbEventStore;
import dev.tessera.events.journal.FileJournal;
import dev.tessera.events.journal.Journal;
import dev.tessera.events.journal.JournalFiles;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.groups.SqlGroupStore;
import dev.tessera.metadata.persons.SqlPersonStore;
import dev.tessera.server.config.StorageSettings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Everything that keeps data for good.
 *
 * @param journalFiles the file system that the journal is on
 */
record Stores(Database database, PersonStore persons, GroupStore groups, EventStore events, JournalFiles journalFiles) {
    /**
     * Opens the stores, making what is missing; metadata and events at the same time.
     *
     * @param closer closes what was opened, also when this fails
     */
    static Stores open(StorageSettings settings, Closer closer) {
        CompletableFuture<EventStore> opening = CompletableFuture.supplyAsync(
                () -> events(settings),
                task -> Thread.ofPlatform().name("open-events").start(task));
        closer.add(() -> closeIfOpened(opening));
        Database database = closer.add(database(settings));
        EventStore events = opened(opening);
        return new Stores(
                database, new SqlPersonStore(database), new SqlGroupStore(database), events, JournalFiles.onDisk());
    }

    /**
     * Opens the journal in front of the stores: it must not give out a position that one of them contains already.
     *
     * @throws StoreGapException when a store lacks events that the journal no longer holds
     */
    Journal openJournal(StorageSettings settings, Closer closer) {
        long contained = Math.max(persons.appliedPosition(), events.appliedPosition());
        Journal journal = closer.add(FileJournal.open(
                journalFiles, settings.dataDir().resolve("journal"), contained, FileJournal.SEGMENT_BYTES));
        StoreGapException.check(persons.appliedPosition(), events.appliedPosition(), journal.start());
        return journal;
    }

    private static Database database(StorageSettings settings) {
        return settings.databaseUrl().isEmpty()
                ? Database.sqlite(settings.dataDir().resolve("metadata.sqlite"))
                : Database.postgresql(settings.databaseUrl());
    }

    private static EventStore events(StorageSettings settings) {
        return DuckDbEventStore.open(DuckDbConfig.in(settings.dataDir().resolve("events"))
                .with(settings.eventsMemoryMb(), settings.eventsThreads()));
    }

    private static EventStore opened(CompletableFuture<EventStore> opening) {
        try {
            return opening.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static void closeIfOpened(CompletableFuture<EventStore> opening) {
        opening.handle((events, failure) -> {
                    if (events != null) {
                        events.close();
                    }
                    return failure;
                })
                .join();
    }
}
