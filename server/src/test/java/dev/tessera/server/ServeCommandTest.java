package dev.tessera.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
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
    void doesNotServeTheFolderOfADemoToTheWorld() throws Exception {
        try (DemoFolder demo = DemoFolder.open(data.resolve("demo"))) {
            assertThat(demo.historyEnd()).isEmpty();
        }
        assertThat(run(Map.of("TESSERA_DATA_DIR", data.resolve("demo").toString())))
                .isEqualTo(1);
        assertThat(errors()).contains("is the folder of a demo").contains("TESSERA_DATA_DIR");
    }

    private int run(Map<String, String> more, String... arguments) throws InterruptedException {
        Map<String, String> environment = new HashMap<>(RunningServer.environment(data));
        environment.putAll(more);
        return new ServeCommand(environment, stream(out), stream(err)).run(List.of(arguments));
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
