package dev.tessera.events.journal;

import static dev.tessera.events.journal.JournalSupport.append;
import static dev.tessera.events.journal.JournalSupport.open;
import static dev.tessera.events.journal.JournalSupport.segmentFiles;
import static dev.tessera.events.journal.JournalSupport.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.events.journal.FaultyJournalFiles.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileJournalFaultTest {
    private final FaultyJournalFiles files = new FaultyJournalFiles();

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"WRITE", "FORCE"})
    void aFailedAppendLeavesNoTraceAndTheNextOneWorks(Fault fault) throws Exception {
        try (FileJournal journal = open(directory, files)) {
            append(journal, "before");
            long end = journal.end();

            files.fail(fault);
            assertThatThrownBy(() -> append(journal, "lost"))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("No space left on device");
            assertThat(journal.end()).isEqualTo(end);
            assertThat(journal.failing()).isTrue();

            files.fail();
            assertThat(append(journal, "after")).isEqualTo(end);
            assertThat(journal.failing()).isFalse();
            assertThat(texts(journal)).containsExactly("before", "after");
        }
        try (FileJournal journal = open(directory)) {
            assertThat(texts(journal)).containsExactly("before", "after");
        }
    }

    @Test
    void tellsTheCallersOfADiskThatHangsAndGoesOnWhenItAnswers() throws Exception {
        try (FileJournal journal =
                FileJournal.open(files, directory, 1, JournalSupport.SMALL_SEGMENTS, Duration.ofMillis(50))) {
            files.fail(Fault.HANG);
            for (String text : List.of("begun", "queued")) {
                assertThatThrownBy(() -> append(journal, text))
                        .isInstanceOf(JournalException.class)
                        .hasMessageContaining("not known");
            }
            files.fail();
        }
        try (FileJournal journal = open(directory)) {
            append(journal, "after");
            assertThat(texts(journal)).containsExactly("begun", "after");
        }
    }

    @Test
    void forcesEveryFolderThatItMakesToDisk() throws Exception {
        List<Path> forced = new ArrayList<>();
        DiskFiles recording = new DiskFiles() {
            @Override
            public void forceDirectory(Path forcedDirectory) throws IOException {
                forced.add(forcedDirectory);
                super.forceDirectory(forcedDirectory);
            }
        };
        Path data = directory.resolve("data");
        recording.lock(data.resolve("journal")).close();
        assertThat(forced).containsExactly(directory, data);
        recording.lock(data.resolve("journal")).close();
        assertThat(forced).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITE", "FORCE"})
    void keepsAllRecordsOfAnAppendOrNone(Fault fault) throws Exception {
        List<byte[]> large = List.of(new byte[5 << 20], new byte[5 << 20], "end".getBytes(StandardCharsets.UTF_8));
        try (FileJournal journal = open(directory, files)) {
            append(journal, "before");
            long end = journal.end();
            files.fail(fault);
            assertThatThrownBy(() -> journal.append(JournalSupport.RECEIVED, large))
                    .isInstanceOf(JournalException.class);
            assertThat(journal.end()).isEqualTo(end);
            files.fail();
            assertThat(journal.append(JournalSupport.RECEIVED, large)).isEqualTo(end);
            assertThat(append(journal, "after")).isGreaterThan(end);
            assertThat(texts(journal)).hasSize(5).startsWith("before").endsWith("end", "after");
        }
        try (FileJournal journal = open(directory)) {
            assertThat(texts(journal)).hasSize(5).endsWith("end", "after");
        }
    }

    @Test
    void cutsAFailedWriteOffAtOnce() throws Exception {
        try (FileJournal journal = open(directory, files)) {
            append(journal, "before");
            files.fail(Fault.WRITE);
            assertThatThrownBy(() -> append(journal, "lost")).isInstanceOf(JournalException.class);
            assertThat(Files.size(segmentFiles(directory).getFirst())).isEqualTo(journal.end() - 1);
        }
    }

    @Test
    void refusesAppendsUntilAFailedCutHeals() throws Exception {
        try (FileJournal journal = open(directory, files)) {
            append(journal, "before");
            long end = journal.end();
            files.fail(Fault.FORCE, Fault.TRUNCATE);
            assertThatThrownBy(() -> append(journal, "lost")).isInstanceOf(JournalException.class);
            files.fail(Fault.TRUNCATE);
            assertThatThrownBy(() -> append(journal, "refused")).isInstanceOf(JournalException.class);
            files.fail();
            assertThat(append(journal, "after")).isEqualTo(end);
            assertThat(texts(journal)).containsExactly("before", "after");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "FORCE_DIRECTORY"})
    void aSegmentThatCannotBeMadeFailsTheAppendOnly(Fault fault) throws Exception {
        try (FileJournal journal = open(directory, files)) {
            String filling = "x".repeat((int) JournalSupport.SMALL_SEGMENTS);
            append(journal, filling);
            files.fail(fault);
            assertThatThrownBy(() -> append(journal, "lost")).isInstanceOf(JournalException.class);
            assertThatThrownBy(() -> append(journal, "lost")).isInstanceOf(JournalException.class);
            files.fail();
            append(journal, "after");
            assertThat(texts(journal)).containsExactly(filling, "after");
            assertThat(segmentFiles(directory)).hasSize(2);
        }
        try (FileJournal journal = open(directory)) {
            assertThat(texts(journal)).hasSize(2).endsWith("after");
        }
    }

    @Test
    void opensAfterDyingBetweenMakingASegmentAndWritingToIt() throws Exception {
        try (FileJournal journal = open(directory, files)) {
            append(journal, "x".repeat((int) JournalSupport.SMALL_SEGMENTS));
            files.fail(Fault.WRITE);
            assertThatThrownBy(() -> append(journal, "lost")).isInstanceOf(JournalException.class);
        }
        assertThat(segmentFiles(directory)).hasSize(2);
        try (FileJournal journal = open(directory)) {
            append(journal, "after");
            assertThat(texts(journal)).hasSize(2).endsWith("after");
        }
    }

    @Test
    void writesInManySmallStepsWhenTheDiskTakesFewBytesAtATime() throws Exception {
        files.fail(Fault.SHORT_WRITES);
        String text = "0123456789".repeat(30_000);
        try (FileJournal journal = open(directory, files)) {
            append(journal, text);
            append(journal, "small");
            assertThat(texts(journal)).containsExactly(text, "small");
        }
    }

    @Test
    void aSegmentThatCannotBeDeletedIsReleasedLater() throws Exception {
        try (FileJournal journal = open(directory, files)) {
            for (int i = 0; i < 40; i++) {
                append(journal, "record " + i);
            }
            files.fail(Fault.DELETE);
            journal.release(journal.end());
            assertThat(journal.start()).isEqualTo(1);
            files.fail();
            journal.release(journal.end());
            assertThat(segmentFiles(directory)).hasSize(1);
        }
    }

    @Test
    void saysWhichDirectoryCannotBeOpened() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(file.toString());
    }
}
