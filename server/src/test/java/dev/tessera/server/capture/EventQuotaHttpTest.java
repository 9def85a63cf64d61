package dev.tessera.server.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.time.Clock;
import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import dev.tessera.server.sdk.StoredEvents;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number is that of spec/ingestion.md 13. */
class EventQuotaHttpTest {
    private static final String TWO =
            "[{\"event\": \"a\", \"distinct_id\": \"u\"}, {\"event\": \"b\", \"distinct_id\": \"u\"}]";

    @TempDir
    private Path data;

    @Test
    void behaviour42whatIsBeyondTheQuotaIsAnsweredAndNotStored() {
        try (RunningServer server = RunningServer.on(data)) {
            server.capture(TWO);
            assertThat(StoredEvents.count(server)).isEqualTo(2);
        }
        try (RunningServer server = withQuota(2)) {
            Reply reply = server.send(
                    "POST", "/batch/", "{\"api_key\":\"" + RunningServer.TOKEN + "\",\"batch\":" + TWO + "}");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo("{\"status\":\"Ok\"}");
            assertThat(StoredEvents.count(server)).isEqualTo(2);
            Reply bad = server.send("POST", "/batch/", "{\"api_key\":\"" + RunningServer.TOKEN + "\",\"batch\":[{}]}");
            assertThat(bad.status()).as("what is wrong is still said").isEqualTo(400);
        }
        try (RunningServer server = withQuota(3)) {
            server.capture(TWO);
            assertThat(StoredEvents.count(server)).isEqualTo(4);
        }
    }

    private RunningServer withQuota(int events) {
        return RunningServer.on(data, Clock.system(), Map.of("TESSERA_EVENT_QUOTA", Integer.toString(events)));
    }
}
