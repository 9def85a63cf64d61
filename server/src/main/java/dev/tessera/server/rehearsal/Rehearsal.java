package dev.tessera.server.rehearsal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts a server from a command, has it do a little of everything, and stops it.
 *
 * <p>{@code ./tessera build} runs it with a command that makes the JVM write its AOT cache when it ends. Only what
 * happens here is in the cache. The server is a process of its own, so that nothing of the rehearsal itself is.
 */
public final class Rehearsal {
    private static final String TOKEN = "phc_rehearsal";
    private static final String KEY = "phx_rehearsal";
    private static final int ATTEMPTS = 1_200;
    private static final int ATTEMPT_MILLIS = 50;
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofMinutes(2);
    private static final int ROUNDS = 5;

    private static final List<String> READ = List.of(
            "/_health",
            "/metrics",
            "/api/schema/",
            "/api/users/@me/",
            "/api/projects/@current/",
            "/api/projects/@current/insights/",
            "/api/projects/@current/dashboards/",
            "/nowhere");

    private static final String BATCH = """
            {"api_key": "%s", "batch": [
              {"event": "signed up", "distinct_id": "ada", "properties": {"plan": "free", "$set": {"name": "Ada"}}},
              {"event": "page viewed", "distinct_id": "ada", "timestamp": "2026-01-01T12:00:00+01:00",
               "properties": {"browser": "Firefox", "path": "/prices"}}]}
            """.formatted(TOKEN);

    private static final List<String> QUERIES = List.of("""
            {"refresh": "force_blocking", "query": {"kind": "TrendsQuery", "interval": "day",
              "dateRange": {"date_from": "-7d"},
              "series": [{"kind": "EventsNode", "event": "signed up", "math": "total"}]}}
            """, """
            {"refresh": "force_blocking", "query": {"kind": "TrendsQuery", "interval": "week",
              "dateRange": {"date_from": "2026-01-01", "date_to": "2026-02-01"},
              "series": [{"kind": "EventsNode", "event": "page viewed", "math": "dau",
                "properties": [{"type": "event", "key": "path", "operator": "icontains", "value": "price"}]}],
              "breakdownFilter": {"breakdown": "browser", "breakdown_type": "event"}}}
            """);

    private final Process server;
    private final String url;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Rehearsal(Process server, int port) {
        this.server = server;
        this.url = "http://127.0.0.1:" + port;
    }

    /** Runs the command in {@code arguments}; exits with 1 when the server does not do what it should. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            run(List.of(arguments));
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Runs {@code command}, which must serve with the settings in its environment, and waits until it has ended.
     *
     * @throws IllegalStateException when it does not do what it should
     */
    static void run(List<String> command) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("tessera-rehearsal");
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().keySet().removeIf(name -> name.startsWith("TESSERA_"));
        builder.environment().putAll(settings(data, port));
        Process server = builder.start();
        try {
            new Rehearsal(server, port).play();
        } finally {
            server.destroyForcibly().waitFor();
            deleteTree(data);
        }
    }

    private static Map<String, String> settings(Path data, int port) {
        return Map.of(
                "TESSERA_HOST", "127.0.0.1",
                "TESSERA_PORT", Integer.toString(port),
                "TESSERA_DATA_DIR", data.toString(),
                "TESSERA_SETUP_EMAIL", "rehearsal@example.com",
                "TESSERA_SETUP_PASSWORD", "rehearsal-only",
                "TESSERA_SETUP_ORGANIZATION", "Rehearsal",
                "TESSERA_SETUP_PROJECT", "Rehearsal",
                "TESSERA_SETUP_PROJECT_TOKEN", TOKEN,
                "TESSERA_SETUP_PERSONAL_API_KEY", KEY);
    }

    private void play() throws IOException, InterruptedException {
        awaitReady();
        for (int i = 0; i < ROUNDS; i++) {
            require(post("/batch/", BATCH));
            for (String query : QUERIES) {
                require(post("/api/projects/@current/query/", query));
            }
            for (String path : READ) {
                send(request(path).GET());
            }
        }
        http.shutdownNow();
        server.destroy();
        if (!server.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The server did not stop");
        }
    }

    private void awaitReady() throws InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS && server.isAlive(); attempt++) {
            try {
                if (send(request("/_readiness").GET()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            TimeUnit.MILLISECONDS.sleep(ATTEMPT_MILLIS);
        }
        throw new IllegalStateException(
                server.isAlive()
                        ? "The server was not ready in time"
                        : "The server ended with status " + server.exitValue() + " before it was ready");
    }

    private HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + KEY)
                .timeout(ANSWER);
    }

    private static void require(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
