package dev.tessera.server.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.posthog.server.PostHog;
import com.posthog.server.PostHogCaptureOptions;
import com.posthog.server.PostHogConfig;
import com.posthog.server.PostHogInterface;
import dev.tessera.app.ingestion.Await;
import dev.tessera.events.StoredEvent;
import dev.tessera.kernel.json.Json;
import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official SDK for Java, unmodified; the numbers are those of spec/ingestion.md 13. */
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
    void whatTheJavaSdkCapturesIsCountedOnItsDay() {
        try (RunningServer server = RunningServer.on(data)) {
            PostHogInterface posthog = sdk(server.url(), 3);
            posthog.capture("ada", "signed up", options("free", "2026-02-01T10:00:00Z"));
            posthog.capture("bob", "signed up", options("team", "2026-02-02T10:00:00Z"));
            posthog.capture("ada", "signed up", options("free", "2026-02-02T11:00:00Z"));
            StoredEvents.await(server, 3);
            posthog.close();

            Reply reply = server.post("/api/projects/@current/query/", BY_PLAN);
            assertThat(reply.at("results/0/breakdown_value").stringValue()).isEqualTo("free");
            assertThat(reply.at("results/0/data")).isEqualTo(Json.parse("[1,1,0]"));
            assertThat(reply.at("results/1/breakdown_value").stringValue()).isEqualTo("team");
            assertThat(reply.at("results/1/data")).isEqualTo(Json.parse("[0,1,0]"));
            assertThat(reply.at("results/2/data")).isEqualTo(Json.parse("[1,1,0]"));
        }
    }

    @Test
    void everyEventIsStoredOnceWhateverHappensOnTheWay() {
        try (RunningServer server = RunningServer.on(data);
                FaultyProxy proxy = FaultyProxy.before(
                        server,
                        new Fault.Delay(Duration.ofMillis(300)),
                        new Fault.Reset(), // Of a connection that was used before: others it gives up, and the events.
                        new Fault.Delay(Duration.ofMillis(300)),
                        new Fault.LostAnswer(),
                        new Fault.Refusal(503))) {
            PostHogInterface posthog = sdk(proxy.url(), 5);
            for (int i = 0; i < 20; i++) {
                posthog.capture("anonymous", "viewed");
            }
            posthog.identify("ada", Map.of("plan", "free"));
            posthog.alias("ada", "anonymous");
            posthog.group("ada", "company", "acme", Map.of("size", 3));
            posthog.capture(
                    "ada",
                    "paid",
                    PostHogCaptureOptions.builder().group("company", "acme").build());
            posthog.flush();
            StoredEvents.await(server, 24);
            posthog.close();

            assertThat(proxy.isScriptOver()).isTrue();
            List<UUID> sent = proxy.seen().stream()
                    .flatMap(it -> it.uuids().stream())
                    .distinct()
                    .toList();
            List<StoredEvent> stored = StoredEvents.stopAndRead(server, data);
            assertThat(stored)
                    .extracting(StoredEvent::uuid)
                    .containsExactlyInAnyOrderElementsOf(sent)
                    .hasSize(24);
            assertThat(stored)
                    .extracting(StoredEvent::event)
                    .contains("viewed", "$identify", "$create_alias", "$groupidentify", "paid");
        }
    }

    /** Closing it, even right after flush, gives up what was not sent yet: programs have to wait a moment. */
    @Test
    void whatIsWaitingIsSentWhenItIsFlushed() {
        try (RunningServer server = RunningServer.on(data)) {
            PostHogInterface posthog = sdk(server.url(), 100);
            posthog.capture("ada", "left");
            posthog.flush();
            StoredEvents.await(server, 1);
            posthog.close();
        }
    }

    /** Why overload is not 429: the first event is lost. */
    @Test
    void behaviour69anEventThatIsRefusedWith503ComesAgainAndOneWith429Never() {
        try (RunningServer server = RunningServer.on(data);
                FaultyProxy proxy = FaultyProxy.before(server, new Fault.Refusal(429), new Fault.Refusal(503))) {
            PostHogInterface posthog = sdk(proxy.url(), 1);
            posthog.capture("ada", "lost");
            Await.until("the first was refused", () -> proxy.seen().size() == 1);
            posthog.capture("ada", "kept");
            StoredEvents.await(server, 1);
            posthog.close();

            assertThat(proxy.seen()).hasSize(3);
            assertThat(StoredEvents.stopAndRead(server, data))
                    .extracting(StoredEvent::event)
                    .containsExactly("kept");
        }
    }

    @Test
    void itEvaluatesFlagsByItself() {
        try (RunningServer server = RunningServer.on(data)) {
            PostHogInterface posthog = PostHog.with(PostHogConfig.builder(RunningServer.TOKEN)
                    .host(server.url())
                    .personalApiKey(RunningServer.KEY)
                    .localEvaluation(true)
                    .build());
            assertThat(posthog.isFeatureEnabled("any", "ada")).isFalse();
            posthog.close();
        }
    }

    private static PostHogInterface sdk(String url, int flushAt) {
        return PostHog.with(PostHogConfig.builder(RunningServer.TOKEN)
                .host(url)
                .preloadFeatureFlags(false)
                .flushAt(flushAt)
                .maxBatchSize(5)
                .flushIntervalSeconds(1)
                .build());
    }

    private static PostHogCaptureOptions options(String plan, String timestamp) {
        return PostHogCaptureOptions.builder()
                .property("plan", plan)
                .userProperty("plan", plan)
                .timestamp(Instant.parse(timestamp))
                .build();
    }
}
