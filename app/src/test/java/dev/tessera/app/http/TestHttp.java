package dev.tessera.app.http;

import dev.tessera.kernel.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A real server on a free loopback port and a client that talks to it. */
public final class TestHttp implements AutoCloseable {
    private final Allowance callers = Allowance.ofCallers();
    private final Allowance strangers = Allowance.ofStrangers();
    private final AtomicLong late = new AtomicLong();
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    public TestHttp(List<Route> routes) {
        this(routes, _ -> Optional.empty());
    }

    /** A server that answers with {@code pages} what is for no route. */
    public TestHttp(List<Route> routes, Function<Request, Optional<Response>> pages) {
        this.server = new HttpServer(
                routes,
                "",
                "127.0.0.1",
                0,
                Duration.ofSeconds(5),
                (_, _, _, _) -> {},
                _ -> Optional.empty(),
                pages,
                callers,
                strangers,
                new BodyPace(Duration.ofSeconds(30), 256 << 10, () -> System.nanoTime() + late.get()));
        server.start();
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    /** Sends {@code body} as JSON. */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = "application/json";
        return send(method, path, HttpRequest.BodyPublishers.ofString(body), all);
    }

    public HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        return Json.parse(response.body());
    }

    /** Makes every body that is being read {@code time} older. */
    public void age(Duration time) {
        late.addAndGet(time.toNanos());
    }

    /** The memory for bodies of callers. */
    BodyBudget callers() {
        return callers.budget();
    }

    /** The memory for bodies of anybody else. */
    BodyBudget strangers() {
        return strangers.budget();
    }

    public HttpServer server() {
        return server;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
