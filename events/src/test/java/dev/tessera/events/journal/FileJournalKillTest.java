package dev.tessera.events.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalKillTest {
    @TempDir
    Path directory;

    @Test
    void everyAcknowledgedRecordSurvivesBeingKilled() throws Exception {
        Random random = new Random(7);
        List<String> acknowledged = new ArrayList<>();
        for (int run = 0; run < 4; run++) {
            acknowledged.addAll(appendUntilKilled(run, 20 + random.nextInt(300)));
            try (FileJournal journal = JournalSupport.open(directory)) {
                List<String> kept = JournalSupport.texts(journal).stream()
                        .map(it -> it.substring(0, it.lastIndexOf('/')))
                        .toList();
                assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged);
            }
        }
    }

    /** Lets a process append, kills it after {@code lines} acknowledgements, and gives all that it printed. */
    private List<String> appendUntilKilled(int run, int lines) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JournalChild.class.getName(),
                        directory.toString(),
                        "run" + run)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> printed = new ArrayList<>();
        try (BufferedReader output = child.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                printed.add(line);
                if (printed.size() == lines) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        child.waitFor();
        assertThat(printed).hasSizeGreaterThanOrEqualTo(lines);
        // The last line may have been cut in the middle of its number.
        return printed.subList(0, printed.size() - 1);
    }
}
