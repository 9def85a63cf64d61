package dev.tessera.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The server as a process of its own, with the JVM options that it is shipped with; it can be killed and started again
 * on the same folder and port.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Path JVM_OPTIONS = Path.of("src", "main", "dist", "jvm.options");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 20;

    private final Path data;
    private final List<String> command;
    private final Map<String, String> settings;
    private final int port = freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> processes = new ArrayList<>();

    /** A server on {@code data} that is not started; what it prints goes to a file beside the folder. */
    public ServerProcess(Path data) {
        this(data, Map.of());
    }

    /** A server with more settings. */
    ServerProcess(Path data, Map<String, String> more) {
        this(data, List.of("serve"), with(RunningServer.environment(data), more));
    }

    private ServerProcess(Path data, List<String> command, Map<String, String> settings) {
        this.data = data;
        this.command = command;
        this.settings = settings;
    }

    /** A demo that keeps its folder in {@code data}, and is otherwise like any other server. */
    static ServerProcess demo(Path data) {
        return new ServerProcess(data, List.of("serve", "--demo"), Map.of("TESSERA_DATA_DIR", data.toString()));
    }

    private static Map<String, String> with(Map<String, String> settings, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return all;
    }

    /** Starts a process and waits until it is ready. */
    public void start() throws IOException, InterruptedException {
        launch();
        awaitReady();
    }

    /** Starts a process of another program and waits until it is ready. */
    void start(Class<?> program, String argument) throws IOException, InterruptedException {
        launch(program, List.of(argument));
        awaitReady();
    }

    /** Starts a process; returns at once. */
    void launch() throws IOException {
        launch(Main.class, command);
    }

    private void launch(Class<?> program, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + JVM_OPTIONS.toAbsolutePath(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("TESSERA_"));
        builder.environment().putAll(settings);
        builder.environment().put("TESSERA_PORT", Integer.toString(port));
        processes.add(builder.start());
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (!processes.getLast().isAlive()) {
                throw new IllegalStateException("The server ended:\n" + Files.readString(log()));
            }
            if (isReady()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        throw new IllegalStateException("The server is not ready after " + PATIENCE + ":\n" + Files.readString(log()));
    }

    private boolean isReady() throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(URI.create(url() + "/_readiness"))
                                            .timeout(PATIENCE)
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false; // Not listening yet.
        }
    }

    /** Kills the process as a power cut of the machine would, as far as a process can tell. */
    public void kill() throws InterruptedException {
        processes.getLast().destroyForcibly().waitFor();
    }

    /** Waits until the process has ended by itself. */
    void awaitEnd() throws InterruptedException {
        if (!processes.getLast().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The server does not end");
        }
    }

    /** Asks the process to stop and waits until it has. */
    public void stop() throws InterruptedException {
        processes.getLast().destroy();
        if (!processes.getLast().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The server does not stop");
        }
    }

    /** The body that it answers to a request without a key. */
    public String get(String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(url() + path))
                                .timeout(PATIENCE)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Where it listens, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Whether the process that was started last is still there. */
    boolean isAlive() {
        return processes.getLast().isAlive();
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        http.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
