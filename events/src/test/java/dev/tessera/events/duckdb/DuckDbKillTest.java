package dev.tessera.events.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbKillTest {
    @TempDir
    Path directory;

    @Test
    void positionAndEventsAgreeWheneverTheProcessIsKilled() throws Exception {
        Random random = new Random(11);
        for (int run = 0; run < 3; run++) {
            long acknowledged = appendUntilKilled(1 + random.nextInt(40));
            try (DuckDbEventStore store = DuckDbEventStore.open(DuckDbConfig.in(directory))) {
                Set<UUID> stored = new HashSet<>();
                long[] rows = {0};
                store.forEachKey((_, high, low) -> {
                    stored.add(new UUID(high, low));
                    rows[0]++;
                });
                assertThat(store.appliedPosition()).isGreaterThanOrEqualTo(acknowledged);
                assertThat(rows[0]).isEqualTo(store.appliedPosition());
                assertThat(stored).hasSize((int) store.appliedPosition());
            }
        }
    }

    /** Lets a process append, kills it after {@code lines} positions, and gives the last one printed whole. */
    private long appendUntilKilled(int lines) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EventStoreChild.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long last = 0;
        int printed = 0;
        try (BufferedReader output = child.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (printed < lines) {
                    last = Long.parseLong(line);
                }
                printed++;
                if (printed == lines) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        child.waitFor();
        assertThat(printed).isGreaterThanOrEqualTo(lines);
        return last;
    }
}
