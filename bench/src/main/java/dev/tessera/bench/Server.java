package dev.tessera.bench;

import dev.tessera.kernel.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The packaged server as a process of its own, with the data that an earlier one left in the same folder. */
final class Server implements AutoCloseable {
    static final String TOKEN = "phc_bench";

    static final String EMAIL = "bench@example.com";
    static final String PASSWORD = "bench-bench-bench";
    static final String KEY = "phx_bench";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 2;

    private final Process process;
    private final int port;
    private final long startedAt;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Server(Process process, int port, long startedAt) {
        this.process = process;
        this.port = port;
        this.startedAt = startedAt;
    }

    /** Starts {@code command} on {@code data} and does not wait for anything. */
    static Server start(List<String> command, Path data) throws IOException {
        int port = freePort();
        Files.createDirectories(data);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling(data.getFileName() + ".log").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("TESSERA_"));
        builder.environment().put("TESSERA_HOST", "127.0.0.1");
        builder.environment().put("TESSERA_PORT", Integer.toString(port));
        builder.environment().put("TESSERA_DATA_DIR", data.toString());
        builder.environment().put("TESSERA_RATE_LIMITS", "off");
        builder.environment().put("TESSERA_SETUP_EMAIL", EMAIL);
        builder.environment().put("TESSERA_SETUP_PASSWORD", PASSWORD);
        builder.environment().put("TESSERA_SETUP_ORGANIZATION", "Bench");
        builder.environment().put("TESSERA_SETUP_PROJECT", "Bench");
        builder.environment().put("TESSERA_SETUP_PROJECT_TOKEN", TOKEN);
        builder.environment().put("TESSERA_SETUP_PERSONAL_API_KEY", KEY);
        long startedAt = System.nanoTime();
        return new Server(builder.start(), port, startedAt);
    }

    int port() {
        return port;
    }

    /** Waits for a 200 of {@code path} and returns the milliseconds since the process was started. */
    double awaitOk(String path) throws IOException, InterruptedException {
        while (System.nanoTime() - startedAt < PATIENCE.toNanos()) {
            if (!process.isAlive()) {
                throw new BenchException("The server ended with status " + process.exitValue() + "; see its log");
            }
            if (statusOf(path) == 200) {
                return (System.nanoTime() - startedAt) / 1e6;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        throw new BenchException("The server did not answer 200 at " + path + " in " + PATIENCE);
    }

    private int statusOf(String path) throws InterruptedException {
        try {
            return http.send(request(path).GET().build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0; // Not listening yet.
        }
    }

    /** The project's number. */
    long project() throws IOException, InterruptedException {
        return json(request("/api/projects/@current/").GET().build()).path("id").asLong();
    }

    /** The results of a query, computed now, with everything in it that was acknowledged before. */
    JsonNode query(JsonNode query) throws IOException, InterruptedException {
        return send("POST", "query/", nowOf(query)).path("results");
    }

    /** The body of a request for the results of {@code query}, computed now. */
    static byte[] computedNow(JsonNode query) {
        return Json.writeBytes(nowOf(query));
    }

    private static JsonNode nowOf(JsonNode query) {
        return Json.object().put("refresh", "force_blocking").set("query", query);
    }

    /** What the server answers to a GET about the project. */
    JsonNode get(String path) throws IOException, InterruptedException {
        return json(request("/api/projects/@current/" + path).GET().build());
    }

    /** What the server answers to a request about the project. */
    JsonNode send(String method, String path, JsonNode body) throws IOException, InterruptedException {
        return json(request("/api/projects/@current/" + path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(Json.writeBytes(body)))
                .build());
    }

    /** Where it listens, without a slash at the end. */
    String url() {
        return "http://127.0.0.1:" + port;
    }

    private JsonNode json(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() / 100 != 2) {
            throw new BenchException(request.uri() + " answered " + response.statusCode() + ": "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return Json.parse(response.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer " + KEY)
                .timeout(PATIENCE);
    }

    /** The most memory that was ever resident, in MB; empty where the system does not say. */
    OptionalDouble peakMemory() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return OptionalDouble.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst();
    }

    /** Processor time used so far. */
    Duration cpuTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Kills the process as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        http.shutdownNow();
    }

    /** Asks it to stop and waits. */
    @Override
    public void close() throws IOException {
        process.destroy();
        http.shutdownNow();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new BenchException("The server does not stop");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
