package dev.tessera.server.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.posthog.server.PostHog;
import com.posthog.server.PostHogCaptureOptions;
import com.posthog.server.PostHogConfig;
import com.posthog.server.PostHogInterface;
import dev.tessera.kernel.json.Json;
import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSdkTest {
    private static final String BY_PLAN = """
            {"refresh": "force_blocking", "query": {"kind": "TrendsQuery",
              "dateRange": {"date_from": "2026-02-01", "date_to": "2026-02-03"},
              "series": [{"kind": "EventsNode", "event": "signed up"}, {"kind": "EventsNode", "math": "dau"}],
              "breakdownFilter": {"breakdown": "plan", "breakdown_type": "event"}}}
            """;

    @TempDir
    private Path data;

    @Test
    void whatTheJavaSdkCapturesIsCountedOnItsDay() throws Exception {
        try (RunningServer server = RunningServer.on(data)) {
            PostHogInterface posthog = PostHog.with(PostHogConfig.builder(RunningServer.TOKEN)
                    .host(server.url())
                    .preloadFeatureFlags(false)
                    .flushAt(3)
                    .build());
            posthog.capture("ada", "signed up", options("free", "2026-02-01T10:00:00Z"));
            posthog.capture("bob", "signed up", options("team", "2026-02-02T10:00:00Z"));
            posthog.capture("ada", "signed up", options("free", "2026-02-02T11:00:00Z"));
            Reply reply = awaitSeries(server, 4);
            posthog.close();

            assertThat(reply.at("results/0/breakdown_value").stringValue()).isEqualTo("free");
            assertThat(reply.at("results/0/data")).isEqualTo(Json.parse("[1,1,0]"));
            assertThat(reply.at("results/1/breakdown_value").stringValue()).isEqualTo("team");
            assertThat(reply.at("results/1/data")).isEqualTo(Json.parse("[0,1,0]"));
            assertThat(reply.at("results/2/data")).isEqualTo(Json.parse("[1,1,0]"));
        }
    }

    private static PostHogCaptureOptions options(String plan, String timestamp) {
        return PostHogCaptureOptions.builder()
                .property("plan", plan)
                .userProperty("plan", plan)
                .timestamp(Instant.parse(timestamp))
                .build();
    }

    /** The SDK sends on a thread of its own and does not say when it has. */
    private static Reply awaitSeries(RunningServer server, int count) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        Reply reply = server.post("/api/projects/@current/query/", BY_PLAN);
        while (reply.at("results").size() < count && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
            reply = server.post("/api/projects/@current/query/", BY_PLAN);
        }
        assertThat(reply.at("results").size()).as(reply.body()).isEqualTo(count);
        return reply;
    }
}
