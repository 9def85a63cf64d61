package dev.tessera.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.events.journal.FaultyJournalFiles;
import dev.tessera.events.journal.FaultyJournalFiles.Fault;
import dev.tessera.kernel.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadinessTest {
    private static final String EVENT = """
            {"api_key": "%s", "batch": [{"event": "read", "distinct_id": "ada"}]}""".formatted(RunningServer.TOKEN);

    @TempDir
    private Path folder;

    @Test
    void namesEveryCheck() {
        try (RunningServer server = RunningServer.on(folder)) {
            assertReady(server);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITE", "FORCE"})
    void saysThatTheJournalIsRefusedByTheDiskUntilItTakesEventsAgain(Fault fault) {
        FaultyJournalFiles disk = new FaultyJournalFiles();
        try (RunningServer server = RunningServer.on(folder, disk)) {
            assertThat(capture(server)).isEqualTo(200);
            disk.fail(fault);
            assertThat(capture(server)).isEqualTo(503);
            Reply refused = server.get("/_readiness");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(Json.parse(refused.body())).isEqualTo(Json.parse("""
                    {"journal": "events cannot be taken in: the disk refuses",
                     "metadata": "ok", "events": "ok", "backlog": "ok"}"""));
            disk.fail();
            assertThat(capture(server)).isEqualTo(200);
            assertReady(server);
        }
    }

    private static void assertReady(RunningServer server) {
        Reply ready = server.get("/_readiness");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(Json.parse(ready.body())).isEqualTo(Json.parse("""
                {"journal": "ok", "metadata": "ok", "events": "ok", "backlog": "ok"}"""));
    }

    private static int capture(RunningServer server) {
        return server.send("POST", "/batch/", EVENT).status();
    }
}
