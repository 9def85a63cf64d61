package dev.tessera.events.journal;

import static dev.tessera.events.journal.JournalSupport.append;
import static dev.tessera.events.journal.JournalSupport.open;
import static dev.tessera.events.journal.JournalSupport.segmentFiles;
import static dev.tessera.events.journal.JournalSupport.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalDamageTest {
    private static final int RECORDS = 12;

    @TempDir
    Path directory;

    @BeforeEach
    void writeRecords() throws Exception {
        try (FileJournal journal = open(directory)) {
            for (int i = 0; i < RECORDS; i++) {
                append(journal, "record %02d".formatted(i));
            }
        }
        assertThat(segmentFiles(directory)).hasSize(2);
    }

    @Test
    void cutsATornTailAndGoesOn() throws Exception {
        Path last = segmentFiles(directory).getLast();
        Files.write(last, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        long size = Files.size(last);
        try (FileJournal journal = open(directory)) {
            assertThat(texts(journal)).hasSize(RECORDS);
            assertThat(Files.size(last)).isEqualTo(size - 3);
            append(journal, "next");
        }
        try (FileJournal journal = open(directory)) {
            assertThat(texts(journal)).hasSize(RECORDS + 1).endsWith("next");
        }
    }

    @Test
    void cutsATailOfZeroes() throws Exception {
        Files.write(segmentFiles(directory).getLast(), new byte[5_000], StandardOpenOption.APPEND);
        try (FileJournal journal = open(directory)) {
            assertThat(texts(journal)).hasSize(RECORDS);
        }
    }

    @Test
    void cutsTheLastRecordWhenItIsDamagedForThatIsHowATornTailLooks() throws Exception {
        Path last = segmentFiles(directory).getLast();
        flip(last, (int) Files.size(last) - 1);
        try (FileJournal journal = open(directory)) {
            assertThat(texts(journal)).hasSize(RECORDS - 1).endsWith("record 10");
        }
    }

    @Test
    void refusesAnyDamagedByteBeforeTheLastRecordOfTheLastSegment() throws Exception {
        Path last = segmentFiles(directory).getLast();
        byte[] sound = Files.readAllBytes(last);
        int recordSize = Frame.HEADER + "record 00".length();
        for (int i = 0; i < sound.length - recordSize; i++) {
            flip(last, i);
            assertRefused(last, i / recordSize * recordSize);
            Files.write(last, sound);
        }
    }

    @Test
    void refusesAnyDamagedByteInAnOlderSegment() throws Exception {
        Path first = segmentFiles(directory).getFirst();
        byte[] sound = Files.readAllBytes(first);
        int recordSize = Frame.HEADER + "record 00".length();
        for (int i = 0; i < sound.length; i++) {
            flip(first, i);
            assertRefused(first, i / recordSize * recordSize);
            Files.write(first, sound);
        }
    }

    @Test
    void refusesAnOlderSegmentThatIsTooShort() throws Exception {
        Path first = segmentFiles(directory).getFirst();
        byte[] sound = Files.readAllBytes(first);
        for (int size = 0; size < sound.length; size++) {
            Files.write(first, Arrays.copyOf(sound, size));
            assertThatThrownBy(() -> open(directory))
                    .isInstanceOf(JournalException.class)
                    .hasMessageStartingWith("The journal is damaged");
        }
    }

    @Test
    void refusesWhenASegmentInTheMiddleIsMissing() throws Exception {
        try (FileJournal journal = open(directory)) {
            for (int i = 0; i < RECORDS; i++) {
                append(journal, "more %02d".formatted(i));
            }
        }
        Files.delete(segmentFiles(directory).get(1));
        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("is missing");
    }

    @Test
    void leavesADamagedFileAsItIs() throws Exception {
        Path last = segmentFiles(directory).getLast();
        flip(last, 3);
        byte[] damaged = Files.readAllBytes(last);
        assertRefused(last, 0);
        assertThat(Files.readAllBytes(last)).isEqualTo(damaged);
    }

    private void assertRefused(Path file, int offset) {
        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("at byte " + offset + ",");
    }

    private static void flip(Path file, int offset) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[offset] ^= 0x10;
        Files.write(file, bytes);
    }
}
