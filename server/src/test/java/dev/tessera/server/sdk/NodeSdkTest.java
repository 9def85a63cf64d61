package dev.tessera.server.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.ingestion.Await;
import dev.tessera.events.StoredEvent;
import dev.tessera.events.journal.FaultyJournalFiles;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.time.Clock;
import dev.tessera.server.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official SDK for Node.js, unmodified; the numbers are those of spec/ingestion.md 13. */
class NodeSdkTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Pattern EXAMPLE = Pattern.compile("```js\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path data;

    @TempDir
    private Path scratch;

    @Test
    void everyEventIsStoredOnceWhateverHappensOnTheWay() throws Exception {
        try (RunningServer server = RunningServer.on(data);
                FaultyProxy proxy = FaultyProxy.before(
                        server,
                        new Fault.Refusal(503),
                        new Fault.Reset(),
                        new Fault.LostAnswer(),
                        new Fault.Delay(Duration.ofMillis(300)),
                        new Fault.Refusal(502),
                        new Fault.Delay(Duration.ofSeconds(3)), // It does not wait for that.
                        new Fault.LostAnswer())) {
            List<UUID> sent = uuids(everything(proxy, 20, 5).output());
            assertThat(sent).hasSize(24).doesNotHaveDuplicates();
            assertThat(proxy.isScriptOver()).isTrue();
            StoredEvents.await(server, 24);

            List<StoredEvent> stored = StoredEvents.stopAndRead(server, data);
            assertThat(stored).extracting(StoredEvent::uuid).containsExactlyInAnyOrderElementsOf(sent);
            assertThat(stored)
                    .extracting(StoredEvent::event)
                    .contains("viewed", "$identify", "$create_alias", "$groupidentify", "paid");
            assertThat(stored).extracting(StoredEvent::distinctId).contains("anonymous", "ada");
        }
    }

    @Test
    void behaviour41aBatchIsStoredOnceAfterTheDiskCouldNotBeWritten() throws Exception {
        FaultyJournalFiles disk = new FaultyJournalFiles();
        try (RunningServer server = RunningServer.on(data, disk);
                FaultyProxy proxy = FaultyProxy.before(server)) {
            disk.fail(FaultyJournalFiles.Fault.FORCE);
            NodeProgram program = everything(proxy, 6, 100);
            Await.until("it has tried again", () -> proxy.seen().size() >= 2);
            assertThat(StoredEvents.count(server)).isZero();
            disk.fail();

            List<UUID> sent = uuids(program.output());
            assertThat(StoredEvents.stopAndRead(server, data))
                    .extracting(StoredEvent::uuid)
                    .containsExactlyInAnyOrderElementsOf(sent)
                    .hasSize(10);
        }
    }

    @Test
    void behaviour70aBatchThatIsTooLargeIsSentInHalves() throws Exception {
        try (RunningServer server = RunningServer.on(data);
                FaultyProxy proxy = FaultyProxy.before(server, new Fault.Refusal(413))) {
            List<UUID> sent = uuids(everything(proxy, 0, 100).output());
            assertThat(proxy.seen()).extracting(it -> it.uuids().size()).containsExactly(4, 2, 2);
            assertThat(StoredEvents.stopAndRead(server, data))
                    .extracting(StoredEvent::uuid)
                    .containsExactlyInAnyOrderElementsOf(sent);
        }
    }

    @Test
    void theExampleOfTheReadmeWorksAsItStandsThere() throws Exception {
        Map<String, String> settings = Map.of("TESSERA_SETUP_PROJECT_TOKEN", "phc_shop");
        try (RunningServer server = RunningServer.on(data, Clock.system(), settings)) {
            assertThat(NodeProgram.startExample(scratch, example(), server.url())
                            .output())
                    .isEmpty();
            assertThat(StoredEvents.stopAndRead(server, data)).singleElement().satisfies(it -> {
                assertThat(it.event()).isEqualTo("signed up");
                assertThat(it.distinctId()).isEqualTo("ada");
                assertThat(Json.parse(it.properties()).path("plan").asString()).isEqualTo("free");
            });
        }
    }

    private static String example() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(README));
        assertThat(example.find()).isTrue();
        assertThat(example.group(1)).contains("from 'posthog-node'");
        return example.group(1);
    }

    private NodeProgram everything(FaultyProxy proxy, int views, int batch) throws IOException {
        return NodeProgram.start(scratch, "everything.mjs", proxy.url(), RunningServer.TOKEN, views, batch);
    }

    private static List<UUID> uuids(String json) {
        return Json.parse(json)
                .valueStream()
                .map(it -> UUID.fromString(it.asString()))
                .toList();
    }
}
