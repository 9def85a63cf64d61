package dev.tessera.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.time.Clock;
import dev.tessera.metadata.Postgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeCommandTest {
    private static final String QUERY = """
            {"refresh": "force_blocking", "query": {"kind": "TrendsQuery", "dateRange": {"date_from": "-7d"},
              "series": [{"kind": "EventsNode", "event": "read"}], "trendsFilter": {"display": "BoldNumber"}}}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path data;

    @Test
    void printsEverySettingInForceWithSecretsMasked() throws Exception {
        int status = run(Map.of("TESSERA_SETUP_PERSONAL_API_KEY", "phx_secret"), "--print-config");
        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("TESSERA_PORT=0\n", "TESSERA_SETUP_PERSONAL_API_KEY=********\n")
                .doesNotContain("phx_secret");
    }

    @Test
    void doesNotStartWithASettingThatDoesNotExist() throws Exception {
        assertThat(run(Map.of("TESSERA_PROT", "1"))).isEqualTo(1);
        assertThat(errors()).startsWith("Tessera did not start. There is no setting TESSERA_PROT");
    }

    @Test
    void doesNotStartWithHalfASetUp() throws Exception {
        assertThat(run(Map.of("TESSERA_SETUP_PASSWORD", ""))).isEqualTo(1);
        assertThat(errors()).contains("TESSERA_SETUP_PASSWORD must have 8 to 128 characters");
    }

    @Test
    void saysThatThePortIsTakenAndWhatToDo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run(Map.of("TESSERA_PORT", Integer.toString(taken.getLocalPort()))))
                    .isEqualTo(1);
            assertThat(errors())
                    .contains("cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .contains("TESSERA_PORT");
            assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("Javalin", "\tat ");
        }
        try (RunningServer server = RunningServer.on(data)) {
            assertThat(server.get("/_health").status())
                    .as("nothing was left open")
                    .isEqualTo(200);
        }
    }

    @Test
    void leavesAFolderAloneThatAnotherServerUses() throws Exception {
        try (RunningServer server = RunningServer.on(data)) {
            assertThat(run(Map.of())).isEqualTo(1);
            assertThat(errors()).startsWith("Tessera did not start. ").contains(data.toString());
            assertThat(server.get("/_readiness").status()).isEqualTo(200);
        }
    }

    @Test
    void doesNotStartBesideAServerOnTheSameDatabase(@TempDir Path other) throws Exception {
        String url = Postgres.newDatabase();
        try (RunningServer server = RunningServer.on(other, Clock.system(), Map.of("TESSERA_DATABASE_URL", url))) {
            assertThat(run(Map.of("TESSERA_DATABASE_URL", url))).isEqualTo(1);
            assertThat(errors()).startsWith("Tessera did not start. ").contains("another Tessera server uses it");
            assertThat(server.get("/_readiness").status()).isEqualTo(200);
            assertThat(server.patch("/api/projects/@current/", "{\"name\": \"Store\"}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"events, The event store is empty", "metadata.sqlite, The metadata store is empty"})
    void doesNotStartWithAnEmptyStoreBesideAFullOne(String lost, String sentence) throws Exception {
        try (RunningServer server = RunningServer.on(data)) {
            server.capture("[{\"event\": \"read\", \"distinct_id\": \"ada\"}]");
            assertThat(server.post("/api/projects/@current/query/", QUERY).status())
                    .isEqualTo(200);
        }
        delete(data.resolve(lost));
        delete(data.resolve("journal")); // As after a while, when it has let go what both stores contain.
        assertThat(run(Map.of())).isEqualTo(1);
        assertThat(errors()).startsWith("Tessera did not start. " + sentence);
    }

    @Test
    void healsAnEmptyEventStoreFromAJournalThatHoldsEverything() throws Exception {
        try (RunningServer server = RunningServer.on(data)) {
            server.capture("[{\"event\": \"read\", \"distinct_id\": \"ada\"}]");
            assertThat(server.post("/api/projects/@current/query/", QUERY).at("results/0/aggregated_value"))
                    .hasToString("1");
        }
        delete(data.resolve("events"));
        try (RunningServer server = RunningServer.on(data)) {
            assertThat(server.post("/api/projects/@current/query/", QUERY).at("results/0/aggregated_value"))
                    .hasToString("1");
        }
    }

    @Test
    void knowsNoArgumentThatIsNotDocumented() throws Exception {
        assertThat(run(Map.of(), "--print-config", "--demp")).isEqualTo(1);
        assertThat(errors()).contains("no argument but --demo and --print-config, not --demp");
        assertThat(out.size()).isZero();
    }

    @Test
    void doesNotStartADemoWithTheUserOfAnotherServer() throws Exception {
        assertThat(run(Map.of(), "--demo")).isEqualTo(1);
        assertThat(errors()).startsWith("Tessera did not start. TESSERA_SETUP_").contains("the demo makes its own");
    }

    @Test
    void printsTheSettingsInForceForADemo() throws Exception {
        Map<String, String> environment = Map.of("TESSERA_DATA_DIR", data.toString());
        new ServeCommand(environment, stream(out), stream(err)).run(List.of("--print-config", "--demo"));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("TESSERA_HOST=127.0.0.1\n", "TESSERA_DATA_DIR=" + data.resolve("demo") + "\n");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void startsBesideADemo() throws Exception {
        try (DemoFolder demo = DemoFolder.open(data.resolve("demo"));
                RunningServer server = RunningServer.on(data)) {
            assertThat(demo.historyEnd()).isEmpty();
            assertThat(server.get("/_readiness").status()).isEqualTo(200);
        }
    }

    @Test
    void saysThatTheDatabaseCannotBeReached() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        String url = "jdbc:postgresql://127.0.0.1:" + closed + "/tessera?user=u&password=hunter2";
        assertThat(run(Map.of("TESSERA_DATABASE_URL", url))).isEqualTo(1);
        assertThat(errors())
                .startsWith("Tessera did not start. The database of TESSERA_DATABASE_URL cannot be used")
                .doesNotContain("hunter2");
    }

    @Test
    void saysThatTheDataFolderCannotBeMade() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "");
        assertThat(run(Map.of("TESSERA_DATA_DIR", file.resolve("data").toString())))
                .isEqualTo(1);
        assertThat(errors()).startsWith("Tessera did not start. ").contains(file.toString());
    }

    @Test
    void doesNotServeTheFolderOfADemoToTheWorld() throws Exception {
        try (DemoFolder demo = DemoFolder.open(data.resolve("demo"))) {
            assertThat(demo.historyEnd()).isEmpty();
        }
        assertThat(run(Map.of("TESSERA_DATA_DIR", data.resolve("demo").toString())))
                .isEqualTo(1);
        assertThat(errors()).contains("is the folder of a demo").contains("TESSERA_DATA_DIR");
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private int run(Map<String, String> more, String... arguments) throws InterruptedException {
        Map<String, String> environment = new HashMap<>(RunningServer.environment(data));
        environment.putAll(more);
        PrintStream standard = System.out;
        System.setOut(stream(out)); // Where the log goes.
        try {
            return new ServeCommand(environment, stream(out), stream(err)).run(List.of(arguments));
        } finally {
            System.setOut(standard);
        }
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
