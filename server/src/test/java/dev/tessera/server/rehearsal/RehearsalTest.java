package dev.tessera.server.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    @TempDir
    private Path dir;

    @Test
    void stopsAServerThatDoesEverythingSoThatItCanFinish() throws Exception {
        Rehearsal.run(standIn("/none"));
        assertThat(dir.resolve("stopped")).exists();
    }

    @Test
    void saysWhatDoesNotWork() {
        assertThatThrownBy(() -> Rehearsal.run(standIn("/batch/")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/batch/ answered 500");
        assertThat(dir.resolve("stopped")).doesNotExist();
    }

    @Test
    void saysThatTheServerDidNotStart() {
        assertThatThrownBy(() -> Rehearsal.run(List.of(java(), "-XX:NoSuchOption")))
                .hasMessage("The server ended with status 1 before it was ready");
    }

    private List<String> standIn(String broken) {
        return List.of(
                java(),
                "-cp",
                System.getProperty("java.class.path"),
                StandIn.class.getName(),
                broken,
                dir.resolve("stopped").toString());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
