package dev.tessera.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.time.SettableClock;
import dev.tessera.server.imports.CaptureServer.Reaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ImportCommandTest {
    @TempDir
    private Path dir;

    private final SettableClock clock = new SettableClock("2026-01-01T00:00:00Z");
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());

    @Test
    void everyLineArrivesOnce() throws IOException {
        try (CaptureServer server = CaptureServer.storing()) {
            assertThat(run(server.url(), log(lines(10_000)))).isEqualTo(ImportCommand.STORED);
            assertThat(names(server)).containsExactlyInAnyOrderElementsOf(names(10_000));
            assertThat(uuids(server)).doesNotHaveDuplicates().hasSize(10_000);
            assertThat(printed()).startsWith("Stored 10,000 events in ");
            assertThat(dir.resolve("log.jsonl.rejected.jsonl")).doesNotExist();
        }
    }

    @Test
    void theEnvelopeSaysThatTheEventsAreOldAndLeavesTheirTimesAlone() throws IOException {
        try (CaptureServer server = CaptureServer.storing()) {
            run(server.url(), log(lines(10)));
            assertThat(server.envelopes()).isNotEmpty().allSatisfy(envelope -> {
                assertThat(envelope.path("api_key").asString()).isEqualTo("phc_test");
                assertThat(envelope.path("historical_migration").asBoolean()).isTrue();
                assertThat(envelope.has("sent_at")).isFalse();
            });
        }
    }

    @Test
    void aPackedLogIsTheSameLog() throws IOException {
        Path packed = dir.resolve("log.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(String.join("\n", lines(5_000)).getBytes(StandardCharsets.UTF_8));
        }
        try (CaptureServer one = CaptureServer.storing();
                CaptureServer other = CaptureServer.storing()) {
            run(one.url(), packed);
            run(other.url(), log(lines(5_000)));
            assertThat(uuids(one)).hasSize(5_000).containsExactlyInAnyOrderElementsOf(uuids(other));
        }
    }

    @Test
    void repeatingAnImportSendsTheSameUuids() throws IOException {
        List<String> twins =
                List.of("{\"event\":\"x\",\"distinct_id\":\"a\"}", "{\"event\":\"x\",\"distinct_id\":\"a\"}");
        try (CaptureServer server = CaptureServer.storing()) {
            run(server.url(), log(twins));
            run(server.url(), log(twins));
            assertThat(uuids(server)).hasSize(4);
            assertThat(uuids(server).stream().distinct()).hasSize(2);
        }
    }

    @Test
    void theEventsOfOneSenderKeepTheirOrder() throws IOException {
        try (CaptureServer server =
                new CaptureServer(0, (n, _) -> n % 3 == 0 ? new Reaction.Drop(false) : new Reaction.Store())) {
            run(server.url(), log(lines(20_000)));
            Map<String, Integer> last = new HashMap<>();
            for (JsonNode event : server.stored()) {
                int number = Integer.parseInt(event.path("event").asString());
                Integer before = last.put(event.path("distinct_id").asString(), number);
                assertThat(before == null || before < number).isTrue();
            }
        }
    }

    @Test
    void waitsAsLongAsABusyServerAsks() throws IOException {
        try (CaptureServer server = new CaptureServer(
                0, (n, _) -> n == 1 ? new Reaction.Answer(503, "transient error", "7") : new Reaction.Store())) {
            assertThat(run(server.url(), log(lines(10)))).isEqualTo(ImportCommand.STORED);
            assertThat(names(server)).containsExactlyInAnyOrderElementsOf(names(10));
            assertThat(waits).containsExactly(Duration.ofSeconds(7));
            assertThat(printed()).contains("Waiting: the server answers 503. Next try in 7.0 s.");
        }
    }

    @Test
    void waitsLongerFromTryToTry() throws IOException {
        List<Reaction> reactions = List.of(
                new Reaction.Answer(429, "rate limited"),
                new Reaction.Answer(500, "internal error"),
                new Reaction.Drop(false),
                new Reaction.Answer(503, "transient error"));
        try (CaptureServer server =
                new CaptureServer(0, (n, _) -> n <= reactions.size() ? reactions.get(n - 1) : new Reaction.Store())) {
            assertThat(run(server.url(), log(lines(1)))).isEqualTo(ImportCommand.STORED);
            assertThat(server.stored()).hasSize(1);
            assertThat(waits)
                    .containsExactly(
                            Duration.ofMillis(100),
                            Duration.ofMillis(200),
                            Duration.ofMillis(400),
                            Duration.ofMillis(800));
        }
    }

    @Test
    void aConnectionLostAfterStoringIsRepeatedWithTheSameUuids() throws IOException {
        try (CaptureServer server =
                new CaptureServer(0, (n, _) -> n % 4 == 0 ? new Reaction.Drop(n % 8 == 0) : new Reaction.Store())) {
            assertThat(run(server.url(), log(lines(30_000)))).isEqualTo(ImportCommand.STORED);
            Map<String, String> byUuid = new HashMap<>();
            server.stored()
                    .forEach(event -> byUuid.put(
                            event.path("uuid").asString(), event.path("event").asString()));
            assertThat(byUuid.values()).containsExactlyInAnyOrderElementsOf(names(30_000));
            assertThat(uuids(server)).hasSizeGreaterThan(30_000);
        }
    }

    @Test
    void waitsForAServerThatIsNotThereYet() throws IOException {
        int port;
        try (CaptureServer gone = CaptureServer.storing()) {
            port = gone.port();
        }
        AtomicReference<CaptureServer> late = new AtomicReference<>();
        Pause starting = wait -> {
            waits.add(wait);
            if (waits.size() == 3) {
                late.set(new CaptureServer(port, (_, _) -> new Reaction.Store()));
            }
        };
        int status = run("http://127.0.0.1:" + port, log(lines(1)), starting);
        try (CaptureServer server = late.get()) {
            assertThat(status).isEqualTo(ImportCommand.STORED);
            assertThat(server.stored()).hasSize(1);
            assertThat(printed()).contains("Waiting: no server answers at http://127.0.0.1:" + port);
        }
    }

    @Test
    void givesUpOnAServerThatIsBusyForever() throws IOException {
        try (CaptureServer server = new CaptureServer(0, (_, _) -> new Reaction.Answer(503, "transient error", "60"))) {
            assertThat(run(server.url(), log(lines(1)))).isEqualTo(ImportCommand.UNFINISHED);
            assertThat(waits).hasSize(10);
            assertThat(printed()).endsWith("Gave up after 10 minutes: the server answers 503.\n");
        }
    }

    @Test
    void badLinesStandAloneInAFileWithTheirNumbersAndReasons() throws IOException {
        List<String> lines = new ArrayList<>(lines(5_000));
        lines.set(0, "event,distinct_id");
        lines.set(1_234, "{\"event\":\"1234\"}");
        lines.set(1_235, "{\"event\":\"huge\",\"distinct_id\":\"é\"}");
        lines.set(3_000, "  ");
        lines.set(4_999, "[]");
        try (CaptureServer server = new CaptureServer(0, (_, events) -> refusing(events))) {
            assertThat(run(server.url(), log(lines))).isEqualTo(ImportCommand.SOME_REJECTED);
            List<String> good = new ArrayList<>(names(5_000));
            good.removeAll(List.of("0", "1234", "1235", "3000", "4999"));
            assertThat(names(server)).containsExactlyInAnyOrderElementsOf(good);
            assertThat(uuids(server)).doesNotHaveDuplicates();
        }
        assertThat(Files.readAllLines(dir.resolve("log.jsonl.rejected.jsonl")))
                .containsExactly(
                        "{\"line\":1,\"reason\":\"not JSON: Unrecognized token 'event': was expecting (JSON String, "
                                + "Number, Array, Object or token 'null', 'true' or 'false')\","
                                + "\"content\":\"event,distinct_id\"}",
                        "{\"line\":1235,\"reason\":\"event submitted without a distinct_id\","
                                + "\"content\":\"{\\\"event\\\":\\\"1234\\\"}\"}",
                        "{\"line\":1236,\"reason\":\"an event is larger than 1 MiB\","
                                + "\"content\":\"{\\\"event\\\":\\\"huge\\\",\\\"distinct_id\\\":\\\"é\\\"}\"}",
                        "{\"line\":5000,\"reason\":\"not a JSON object\",\"content\":\"[]\"}");
        assertThat(printed()).contains("Stored 4,995 events").contains("4 lines were refused: see " + dir);
    }

    @Test
    void anOldFileOfRejectedLinesIsTakenAway() throws IOException {
        Path rejected = Files.writeString(dir.resolve("log.jsonl.rejected.jsonl"), "{}");
        try (CaptureServer server = CaptureServer.storing()) {
            run(server.url(), log(lines(1)));
            assertThat(rejected).doesNotExist();
        }
    }

    @Test
    void anUnknownTokenStopsAtOnce() throws IOException {
        try (CaptureServer server =
                new CaptureServer(0, (_, _) -> new Reaction.Answer(401, "no project has this token"))) {
            assertThat(run(server.url(), log(lines(50_000)))).isEqualTo(ImportCommand.UNFINISHED);
            assertThat(server.requests()).isLessThanOrEqualTo(Importer.LANES);
            assertThat(printed()).isEqualTo("The server does not accept the token: no project has this token.\n");
        }
    }

    @Test
    void anotherKindOfServerIsNamed() throws IOException {
        try (CaptureServer server = CaptureServer.storing()) {
            assertThat(run(server.url() + "/nowhere", log(lines(1)))).isEqualTo(ImportCommand.UNFINISHED);
            assertThat(printed()).isEqualTo(server.url() + "/nowhere/batch/ answers 404: is that a Tessera server?\n");
        }
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        assertThat(run("http://127.0.0.1:1", dir.resolve("absent"))).isEqualTo(ImportCommand.UNFINISHED);
        assertThat(printed()).isEqualTo("There is no file " + dir.resolve("absent") + ".\n");
    }

    @Test
    void aBrokenPackedFileEndsTheImport() throws IOException {
        Path broken = Files.write(dir.resolve("broken.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1});
        assertThat(run("http://127.0.0.1:1", broken)).isEqualTo(ImportCommand.UNFINISHED);
        assertThat(printed()).startsWith("The import stopped: ");
    }

    @Test
    void anEmptyFileIsImportedWithoutARequest() throws IOException {
        try (CaptureServer server = CaptureServer.storing()) {
            assertThat(run(server.url(), log(List.of("", " ")))).isEqualTo(ImportCommand.STORED);
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void helpIsPrintedWhenAskedFor() {
        ImportCommand command = new ImportCommand(clock, waits::add, out(), false);
        assertThat(command.run(List.of("--help"))).isEqualTo(ImportCommand.STORED);
        assertThat(printed()).startsWith("Usage: ./tessera import FILE");
    }

    private static Reaction refusing(List<JsonNode> events) {
        for (JsonNode event : events) {
            if (!event.has("distinct_id")) {
                return new Reaction.Answer(400, "event submitted without a distinct_id");
            }
            if (event.path("event").asString().equals("huge")) {
                return new Reaction.Answer(413, "an event is larger than 1 MiB");
            }
        }
        return new Reaction.Store();
    }

    private int run(String host, Path file) {
        return run(host, file, waits::add);
    }

    private int run(String host, Path file, Pause pause) {
        return new ImportCommand(clock, pause, out(), false)
                .run(List.of(file.toString(), "--token", "phc_test", "--host", host));
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Path log(List<String> lines) throws IOException {
        return Files.write(dir.resolve("log.jsonl"), lines);
    }

    /** Events named after their numbers, of 100 senders. */
    private static List<String> lines(int count) {
        return names(count).stream()
                .map(name ->
                        "{\"event\":\"" + name + "\",\"distinct_id\":\"user " + Integer.parseInt(name) % 100 + "\"}")
                .toList();
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    private static List<String> names(CaptureServer server) {
        return server.stored().stream()
                .map(event -> event.path("event").asString())
                .toList();
    }

    private static List<String> uuids(CaptureServer server) {
        return server.stored().stream()
                .map(event -> event.path("uuid").asString())
                .toList();
    }
}
