package dev.tessera.server.imports;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tessera.kernel.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/** A server with a {@code /batch/} that does what its {@link Behaviour} says, and remembers what it stored. */
final class CaptureServer implements AutoCloseable {
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Behaviour behaviour;
    private final List<JsonNode> stored = new ArrayList<>();
    private final List<JsonNode> envelopes = new ArrayList<>();
    private int requests;

    /** Decides about a request, the {@code number}th from 1 on. */
    @FunctionalInterface
    interface Behaviour {
        Reaction to(int number, List<JsonNode> events);
    }

    /** What to do with one request. */
    sealed interface Reaction {
        record Store() implements Reaction {}

        record Answer(int status, String text, String retryAfter) implements Reaction {
            Answer(int status, String text) {
                this(status, text, "");
            }
        }

        /** Closes the connection without an answer. */
        record Drop(boolean afterStoring) implements Reaction {}
    }

    CaptureServer(int port, Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(executor);
        server.createContext("/batch/", this::handle);
        server.start();
    }

    static CaptureServer storing() {
        return new CaptureServer(0, (_, _) -> new Reaction.Store());
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    synchronized List<JsonNode> stored() {
        return List.copyOf(stored);
    }

    synchronized List<JsonNode> envelopes() {
        return List.copyOf(envelopes);
    }

    synchronized int requests() {
        return requests;
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode envelope;
        try (InputStream in = new GZIPInputStream(exchange.getRequestBody())) {
            envelope = Json.parse(in.readAllBytes());
        }
        List<JsonNode> events = List.copyOf(envelope.get("batch").values());
        Reaction reaction = react(envelope, events);
        switch (reaction) {
            case Reaction.Store _ -> answer(exchange, 200, "{\"status\":\"Ok\"}");
            case Reaction.Answer(int status, String text, String retryAfter) -> {
                if (!retryAfter.isEmpty()) {
                    exchange.getResponseHeaders().add("Retry-After", retryAfter);
                }
                answer(exchange, status, text);
            }
            case Reaction.Drop _ -> exchange.close();
        }
    }

    private synchronized Reaction react(JsonNode envelope, List<JsonNode> events) {
        envelopes.add(envelope);
        Reaction reaction = behaviour.to(++requests, events);
        if (reaction instanceof Reaction.Store || reaction.equals(new Reaction.Drop(true))) {
            stored.addAll(events);
        }
        return reaction;
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
