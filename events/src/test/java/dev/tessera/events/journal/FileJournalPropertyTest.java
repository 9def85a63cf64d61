package dev.tessera.events.journal;

import static dev.tessera.events.journal.JournalSupport.append;
import static dev.tessera.events.journal.JournalSupport.inParallel;
import static dev.tessera.events.journal.JournalSupport.open;
import static dev.tessera.events.journal.JournalSupport.records;
import static dev.tessera.events.journal.JournalSupport.segmentFiles;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileJournalPropertyTest {
    private record Kept(long position, long end, String text) {}

    @TempDir
    Path directory;

    /** Cutting the last file at any byte stands for dying at that byte: what was whole by then must be there. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keepsEveryWholeRecordAndNothingElseWhereverTheLastFileIsCut(long seed) throws Exception {
        Random random = new Random(seed);
        List<Kept> expected = new ArrayList<>();
        for (int round = 0; round < 60; round++) {
            try (FileJournal journal = open(directory)) {
                assertThat(kept(journal)).isEqualTo(expected);
                for (int i = random.nextInt(6); i > 0; i--) {
                    String text = String.valueOf((char) ('a' + random.nextInt(26)))
                            .repeat(1 + random.nextInt(random.nextInt(10) == 0 ? 900 : 60));
                    long position = append(journal, text);
                    expected.add(new Kept(position, position + Frame.HEADER + text.length(), text));
                }
                if (random.nextInt(5) == 0 && !expected.isEmpty()) {
                    journal.release(
                            expected.get(random.nextInt(expected.size())).position());
                    expected.removeIf(it -> it.position() < journal.start());
                }
            }
            Path last = segmentFiles(directory).getLast();
            long base = Segment.named(last).orElseThrow().base();
            long cut = random.nextInt((int) Files.size(last) + 1);
            truncate(last, cut);
            expected.removeIf(it -> it.end() > base + cut);
        }
    }

    @Test
    void manyThreadsAppendAndEachRecordIsThereOnceInTheOrderOfItsThread() throws Exception {
        int threads = 16;
        int each = 50;
        try (FileJournal journal = FileJournal.open(JournalFiles.onDisk(), directory, 1, 5_000)) {
            inParallel(threads, thread -> {
                for (int i = 0; i < each; i++) {
                    append(journal, "thread " + thread + " record " + i);
                }
            });
            List<String> texts = kept(journal).stream().map(Kept::text).toList();
            assertThat(texts).hasSize(threads * each).doesNotHaveDuplicates();
            for (int thread = 0; thread < threads; thread++) {
                String name = "thread " + thread + " record ";
                List<String> own =
                        texts.stream().filter(it -> it.startsWith(name)).toList();
                assertThat(own).hasSize(each);
                for (int i = 0; i < each; i++) {
                    assertThat(own.get(i)).isEqualTo(name + i);
                }
            }
        }
    }

    @Test
    void aReaderFollowsConcurrentAppends() throws Exception {
        int count = 400;
        try (FileJournal journal = FileJournal.open(JournalFiles.onDisk(), directory, 1, 5_000);
                Journal.Reader reader = journal.reader(1)) {
            Thread appending = Thread.ofVirtual().start(() -> appendInParallel(journal, 8, count / 8));
            long expected = 1;
            for (int i = 0; i < count; i++) {
                JournalRecord record = reader.next(30_000).orElseThrow();
                assertThat(record.position()).isEqualTo(expected);
                expected = record.end();
            }
            assertThat(reader.next(0)).isEmpty();
            appending.join();
        }
    }

    private static void appendInParallel(Journal journal, int threads, int each) {
        try {
            inParallel(threads, _ -> {
                for (int i = 0; i < each; i++) {
                    append(journal, "record");
                }
            });
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Kept> kept(FileJournal journal) throws InterruptedException {
        return records(journal, journal.start()).stream()
                .map(it -> new Kept(it.position(), it.end(), JournalSupport.text(it)))
                .toList();
    }

    private static void truncate(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }
}
