package dev.tessera.events.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Short forms for tests of the journal: records are texts. */
final class JournalSupport {
    static final Instant RECEIVED = Instant.parse("2026-03-01T10:00:00.123456Z");
    static final long SMALL_SEGMENTS = 400;

    private JournalSupport() {}

    static FileJournal open(Path directory) {
        return open(directory, JournalFiles.onDisk());
    }

    static FileJournal open(Path directory, JournalFiles files) {
        return FileJournal.open(files, directory, 1, SMALL_SEGMENTS);
    }

    static long append(Journal journal, String text) throws InterruptedException {
        return journal.append(RECEIVED, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> texts(Journal journal) throws InterruptedException {
        return records(journal, journal.start()).stream()
                .map(JournalSupport::text)
                .toList();
    }

    static List<JournalRecord> records(Journal journal, long from) throws InterruptedException {
        List<JournalRecord> records = new ArrayList<>();
        try (Journal.Reader reader = journal.reader(from)) {
            for (Optional<JournalRecord> next = reader.next(0); next.isPresent(); next = reader.next(0)) {
                records.add(next.get());
            }
        }
        return records;
    }

    static String text(JournalRecord record) {
        return new String(record.payload(), StandardCharsets.UTF_8);
    }

    /** Runs {@code work} for each thread number at the same time, and returns when all have ended. */
    static void inParallel(int threads, Work work) throws InterruptedException, ExecutionException {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int thread = i;
            tasks.add(() -> {
                work.run(thread);
                return true;
            });
        }
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> done : executor.invokeAll(tasks)) {
                done.get();
            }
        }
    }

    /** What one of several threads does. */
    @FunctionalInterface
    interface Work {
        void run(int thread) throws InterruptedException;
    }

    /** The segment files in order. */
    static List<Path> segmentFiles(Path directory) throws IOException {
        return JournalFiles.onDisk().list(directory).stream()
                .filter(it -> Segment.named(it).isPresent())
                .toList();
    }
}
