package dev.tessera.server;

import dev.tessera.events.journal.JournalFiles;
import dev.tessera.kernel.time.Clock;
import dev.tessera.server.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The whole product in this process, on a folder and a free loopback port, and a client that calls it as the first user.
 *
 * <p>The first user's key is {@link #KEY}, the first project's token {@link #TOKEN}; there is nothing else in it.
 */
public final class RunningServer implements AutoCloseable {
    public static final String KEY = "phx_running_server_tests";

    /** The password of the first user, whose e-mail address is ada@example.com. */
    public static final String PASSWORD = "correct horse";

    public static final String TOKEN = "phc_running_server_tests";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningServer(Server server) {
        this.server = server;
    }

    /** Starts on {@code data}, which may hold what an earlier one left. */
    public static RunningServer on(Path data) {
        return on(data, Clock.system(), Map.of());
    }

    /** Starts on {@code data} with a clock and with more settings. */
    public static RunningServer on(Path data, Clock clock, Map<String, String> more) {
        return on(data, clock, more, UnaryOperator.identity());
    }

    /** Starts on {@code data} with the journal on {@code disk}. */
    public static RunningServer on(Path data, JournalFiles disk) {
        return on(
                data,
                Clock.system(),
                Map.of(),
                stores -> new Stores(stores.database(), stores.persons(), stores.groups(), stores.events(), disk));
    }

    private static RunningServer on(Path data, Clock clock, Map<String, String> more, UnaryOperator<Stores> around) {
        Map<String, String> environment = new HashMap<>(environment(data));
        environment.putAll(more);
        try {
            return new RunningServer(Server.start(Settings.read(environment, data.resolve("none")), clock, around));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts on {@code data} with nobody and nothing in it, with a clock and with more settings. */
    public static RunningServer withNobody(Path data, Clock clock, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        environment(data).keySet().stream()
                .filter(it -> it.startsWith("TESSERA_SETUP_"))
                .forEach(it -> settings.put(it, ""));
        return on(data, clock, settings);
    }

    /** The environment of a server on {@code data} with the first user, project and key. */
    static Map<String, String> environment(Path data) {
        return Map.of(
                "TESSERA_HOST", "127.0.0.1",
                "TESSERA_PORT", "0",
                "TESSERA_DATA_DIR", data.toString(),
                "TESSERA_SETUP_EMAIL", "ada@example.com",
                "TESSERA_SETUP_PASSWORD", PASSWORD,
                "TESSERA_SETUP_ORGANIZATION", "Acme",
                "TESSERA_SETUP_PROJECT", "Shop",
                "TESSERA_SETUP_PROJECT_TOKEN", TOKEN,
                "TESSERA_SETUP_PERSONAL_API_KEY", KEY);
    }

    public Reply get(String path) {
        return send("GET", path, "", "Authorization", "Bearer " + KEY);
    }

    public Reply post(String path, String json) {
        return send("POST", path, json, "Authorization", "Bearer " + KEY);
    }

    public Reply patch(String path, String json) {
        return send("PATCH", path, json, "Authorization", "Bearer " + KEY);
    }

    public Reply delete(String path) {
        return send("DELETE", path, "", "Authorization", "Bearer " + KEY);
    }

    /** Sends events to the first project and makes sure that they were taken; {@code events} is a JSON list. */
    public void capture(String events) {
        Reply reply = send("POST", "/batch/", "{\"api_key\": \"" + TOKEN + "\", \"batch\": " + events + "}");
        if (reply.status() != 200) {
            throw new IllegalStateException("/batch/ answered " + reply.status() + ": " + reply.body());
        }
    }

    /** Sends {@code body} as JSON with {@code headers} (name, value, name, value) and no key of its own. */
    public Reply send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Sends any request. */
    public Reply send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it listens, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
