package dev.tessera.events.journal;

import static dev.tessera.events.journal.JournalSupport.RECEIVED;
import static dev.tessera.events.journal.JournalSupport.append;
import static dev.tessera.events.journal.JournalSupport.open;
import static dev.tessera.events.journal.JournalSupport.records;
import static dev.tessera.events.journal.JournalSupport.segmentFiles;
import static dev.tessera.events.journal.JournalSupport.text;
import static dev.tessera.events.journal.JournalSupport.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
    @TempDir
    Path directory;

    @Test
    void startsAtPositionOneAndIsEmpty() throws Exception {
        try (FileJournal journal = open(directory)) {
            assertThat(journal.start()).isEqualTo(1);
            assertThat(journal.end()).isEqualTo(1);
            assertThat(journal.sizeOnDisk()).isZero();
            assertThat(texts(journal)).isEmpty();
        }
    }

    @Test
    void readsBackWhatWasAppended() throws Exception {
        try (FileJournal journal = open(directory)) {
            long first = append(journal, "first");
            long second = append(journal, "second");

            List<JournalRecord> records = records(journal, 0);
            assertThat(records).extracting(JournalSupport::text).containsExactly("first", "second");
            assertThat(records).extracting(JournalRecord::receivedAt).containsOnly(RECEIVED);
            assertThat(records).extracting(JournalRecord::position).containsExactly(first, second);
            assertThat(records).extracting(JournalRecord::end).containsExactly(second, journal.end());
            assertThat(first).isEqualTo(1);
        }
    }

    @Test
    void continuesAfterReopening() throws Exception {
        long end;
        try (FileJournal journal = open(directory)) {
            append(journal, "before");
            end = journal.end();
        }
        try (FileJournal journal = open(directory)) {
            assertThat(journal.end()).isEqualTo(end);
            assertThat(append(journal, "after")).isEqualTo(end);
            assertThat(texts(journal)).containsExactly("before", "after");
        }
    }

    @Test
    void keepsRecordsLargerThanAnyBuffer() throws Exception {
        String large = "x".repeat(300_000) + "y".repeat(300_000);
        try (FileJournal journal = open(directory)) {
            append(journal, large);
            append(journal, "small");
        }
        try (FileJournal journal = open(directory)) {
            assertThat(texts(journal)).containsExactly(large, "small");
        }
    }

    @Test
    void beginsNewSegmentsAndReadsAcrossThem() throws Exception {
        try (FileJournal journal = open(directory)) {
            for (int i = 0; i < 40; i++) {
                append(journal, "record " + i);
            }
            assertThat(segmentFiles(directory)).hasSizeGreaterThan(3);
            assertThat(journal.sizeOnDisk()).isEqualTo(journal.end() - 1);
        }
        try (FileJournal journal = open(directory)) {
            assertThat(texts(journal)).hasSize(40).startsWith("record 0").endsWith("record 39");
        }
    }

    @Test
    void readsFromAnyRecordOn() throws Exception {
        try (FileJournal journal = open(directory)) {
            for (int i = 0; i < 30; i++) {
                append(journal, "record " + i);
            }
            List<JournalRecord> all = records(journal, 1);
            for (int i = 0; i < 30; i++) {
                assertThat(records(journal, all.get(i).position()))
                        .extracting(JournalSupport::text)
                        .isEqualTo(
                                all.stream().skip(i).map(JournalSupport::text).toList());
            }
            assertThat(records(journal, journal.end())).isEmpty();
        }
    }

    @Test
    void refusesAReaderWhereNoRecordStarts() throws Exception {
        try (FileJournal journal = open(directory)) {
            append(journal, "record");
            assertThatThrownBy(() -> journal.reader(5)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> journal.reader(journal.end() + 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesAnEmptyRecord() {
        try (FileJournal journal = open(directory)) {
            assertThatThrownBy(() -> append(journal, "")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aReaderWaitsForTheNextRecord() throws Exception {
        try (FileJournal journal = open(directory);
                Journal.Reader reader = journal.reader(1)) {
            Thread appending = Thread.ofVirtual().start(() -> appendQuietly(journal, "awaited"));
            Optional<JournalRecord> next = reader.next(10_000);
            appending.join();
            assertThat(next).get().extracting(JournalSupport::text).isEqualTo("awaited");
            assertThat(reader.next(1)).isEmpty();
        }
    }

    @Test
    void closingWakesAWaitingReader() throws Exception {
        FileJournal journal = open(directory);
        try (Journal.Reader reader = journal.reader(1)) {
            Thread closing = Thread.ofVirtual().start(journal::close);
            assertThat(reader.next(60_000)).isEmpty();
            closing.join();
        }
    }

    @Test
    void refusesAppendsAfterClosing() {
        FileJournal journal = open(directory);
        journal.close();
        assertThatThrownBy(() -> append(journal, "late")).isInstanceOf(JournalException.class);
    }

    @Test
    void interruptingAnAppenderHarmsNobodyElse() throws Exception {
        try (FileJournal journal = open(directory)) {
            for (int i = 0; i < 50; i++) {
                Thread interrupted = Thread.ofVirtual().start(() -> appendQuietly(journal, "perhaps"));
                interrupted.interrupt();
                append(journal, "surely");
                interrupted.join();
            }
            assertThat(texts(journal)).filteredOn("surely"::equals).hasSize(50);
        }
    }

    @Test
    void anInterruptedReaderReadsOnLater() throws Exception {
        try (FileJournal journal = open(directory);
                Journal.Reader reader = journal.reader(1)) {
            append(journal, "kept");
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> reader.next(1_000)).isInstanceOf(InterruptedException.class);
            assertThat(reader.next(0)).get().extracting(JournalSupport::text).isEqualTo("kept");
        }
    }

    @Test
    void onlyOneProcessMayHaveItOpen() {
        try (FileJournal journal = open(directory)) {
            assertThat(journal.end()).isEqualTo(1);
            assertThatThrownBy(() -> open(directory))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("has it open");
        }
    }

    @Test
    void releasesOldSegmentsButNeverThePosition() throws Exception {
        long end;
        try (FileJournal journal = open(directory)) {
            for (int i = 0; i < 40; i++) {
                append(journal, "record " + i);
            }
            end = journal.end();
            journal.release(end);
            assertThat(segmentFiles(directory)).hasSize(1);
            assertThat(journal.start()).isGreaterThan(1).isLessThan(end);
            assertThat(journal.sizeOnDisk()).isEqualTo(end - journal.start());
            assertThatThrownBy(() -> journal.reader(1)).isInstanceOf(IllegalArgumentException.class);
        }
        try (FileJournal journal = open(directory)) {
            assertThat(journal.end()).isEqualTo(end);
            assertThat(append(journal, "next")).isEqualTo(end);
        }
    }

    @Test
    void releaseKeepsEverythingFromThePositionOn() throws Exception {
        try (FileJournal journal = open(directory)) {
            for (int i = 0; i < 40; i++) {
                append(journal, "record " + i);
            }
            JournalRecord middle = records(journal, 1).get(20);
            journal.release(middle.position());
            assertThat(journal.start()).isLessThanOrEqualTo(middle.position());
            assertThat(text(records(journal, middle.position()).getFirst())).isEqualTo("record 20");
        }
    }

    @Test
    void aReaderGoesOnWhileItsSegmentIsReleased() throws Exception {
        try (FileJournal journal = open(directory);
                Journal.Reader reader = journal.reader(1)) {
            for (int i = 0; i < 40; i++) {
                append(journal, "record " + i);
                JournalRecord read = reader.next(0).orElseThrow();
                assertThat(text(read)).isEqualTo("record " + i);
                journal.release(read.end());
            }
            assertThat(segmentFiles(directory)).hasSize(1);
        }
    }

    @Test
    void continuesAtTheMinimumPositionWhenEmpty() throws Exception {
        try (FileJournal journal = FileJournal.open(directory, 5_000)) {
            assertThat(journal.start()).isEqualTo(5_000);
            assertThat(append(journal, "record")).isEqualTo(5_000);
        }
        try (FileJournal journal = FileJournal.open(directory, 1)) {
            assertThat(texts(journal)).containsExactly("record");
        }
    }

    @Test
    void continuesAtTheMinimumPositionWhenItEndsBefore() throws Exception {
        try (FileJournal journal = open(directory)) {
            append(journal, "old");
        }
        try (FileJournal journal = FileJournal.open(directory, 5_000)) {
            assertThat(journal.end()).isEqualTo(5_000);
            assertThat(append(journal, "new")).isEqualTo(5_000);
            assertThat(texts(journal)).containsExactly("old", "new");
            assertThat(records(journal, 4_000)).extracting(JournalSupport::text).containsExactly("new");
        }
        try (FileJournal journal = FileJournal.open(directory, 5_000)) {
            assertThat(texts(journal)).containsExactly("old", "new");
        }
    }

    @Test
    void skipsAgainAfterAnEarlierSkipWithoutRecords() throws IOException, InterruptedException {
        for (long minimum = 1_000; minimum <= 3_000; minimum += 1_000) {
            try (FileJournal journal = FileJournal.open(directory, minimum)) {
                assertThat(journal.end()).isEqualTo(minimum);
            }
        }
        try (FileJournal journal = FileJournal.open(directory, 1)) {
            assertThat(append(journal, "record")).isEqualTo(3_000);
            assertThat(texts(journal)).containsExactly("record");
        }
    }

    @Test
    void ignoresTheMinimumPositionWhenItEndsAfter() throws Exception {
        try (FileJournal journal = open(directory)) {
            append(journal, "one");
            append(journal, "two");
        }
        try (FileJournal journal = FileJournal.open(directory, 2)) {
            assertThat(texts(journal)).containsExactly("one", "two");
        }
    }

    private static void appendQuietly(Journal journal, String text) {
        try {
            append(journal, text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
